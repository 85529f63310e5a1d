import { z } from 'zod';

const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isDay(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isMonthDay(text: string): boolean {
  const [month, day] = text.split('-').map(Number) as [number, number];
  return day >= 1 && day <= (longestMonths[month - 1] ?? 0);
}

/** A day of the calendar from 1970 to 9999, such as 2026-10-01. */
export function day(): z.ZodString {
  return z
    .string()
    .regex(/^(?:19[7-9][0-9]|[2-9][0-9]{3})-[0-9]{2}-[0-9]{2}$/, { error: 'a day such as 2026-10-01', abort: true })
    .refine(isDay, { error: 'a day that the calendar has' });
}

/** A day of every year, such as 12-24. */
export function monthDay(): z.ZodString {
  return z
    .string()
    .regex(/^[0-9]{2}-[0-9]{2}$/, { error: 'month and day such as 02-01', abort: true })
    .refine(isMonthDay, { error: 'a day that a year has' });
}
