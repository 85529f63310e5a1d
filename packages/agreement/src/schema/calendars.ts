import { z } from 'zod';
import { weekdays } from '../vocabulary/states.ts';
import { day, monthDay } from './days.ts';
import { formUnion } from './form-union.ts';
import { meaning } from './identifier.ts';
import { oneOrMany } from './one-or-many.ts';
import { timeZone } from './time-zone.ts';

/** Opening and closing time on one day; a closing time that is not later is one of the next day. */
export const hours: z.ZodString = z
  .string()
  .regex(/^(?!(.{5})-\1$)(?:[01][0-9]|2[0-3]):[0-5][0-9]-(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/, {
    error: 'working hours such as "09:00-17:30" (in quotes), which end at another time than they begin',
  });

const closedDay = formUnion([day(), monthDay()], (value) => (typeof value === 'string' && value.length <= 5 ? 1 : 0));

const halfDay = z.strictObject({
  on: closedDay.describe('A day, or month and day for every year.'),
  hours: oneOrMany(hours).describe('Working hours on it.'),
});

/** Working time. */
export const calendar = z.strictObject({
  ...meaning,
  zone: timeZone().exactOptional().describe("Time zone; the agreement's when absent."),
  days: z.array(z.enum(weekdays)).min(1).default(['mon', 'tue', 'wed', 'thu', 'fri']).describe('Working days.'),
  hours: oneOrMany(hours).prefault('09:00-17:00').describe('Working hours on each of them.'),
  hoursOn: z
    .partialRecord(z.enum(weekdays), oneOrMany(hours))
    .default({})
    .describe('Days of the week with hours of their own.'),
  holidays: z
    .string()
    .regex(/^[A-Z]{2}(?:-[A-Za-z0-9]{1,12}){0,2}$/, { error: 'a country such as DE, with its region such as DE-BY' })
    .nullable()
    .default(null)
    .describe('Public holidays of a country or one of its regions.'),
  closed: z.array(closedDay).default([]).describe('Own days off: days, or month and day for every year.'),
  halfDays: z.array(halfDay).default([]).describe('Days with hours of their own.'),
});
