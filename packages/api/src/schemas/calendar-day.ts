import { parseDay } from '@sameteam/model';
import { z } from 'zod';
import { parses } from './parses.ts';

/**
 * A day of the calendar in the years 1970 to 9999, in the agreement's zone.
 * @example calendarDaySchema.parse('2026-03-31')
 */
export const calendarDaySchema = z
  .string()
  .max(10)
  .refine(parses(parseDay), 'is not a day. Write it as 2026-03-31')
  .meta({ format: 'date' });
