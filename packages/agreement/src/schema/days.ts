import { z } from 'zod';

// JSON Schema has no other way to tell the days that there are than a pattern; so that editors and code give one verdict,
// the code goes by the same.
const daysOfMonths = '(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)';
const year = '(?:19[7-9][0-9]|[2-9][0-9]{3})';
// Of four digits that are a multiple of four, and of four hundred where they end a century.
const leapYear =
  '(?:(?:19[7-9]|[2-9][0-9]{2})(?:0[48]|[2468][048]|[13579][26])|(?:19|[2-9][0-9])(?:0[48]|[2468][048]|[13579][26])|(?:20|[2468][048]|[3579][26])00)';
const dayPattern = new RegExp(`^(?:${year}-(?:${daysOfMonths}|02-(?:0[1-9]|1[0-9]|2[0-8]))|${leapYear}-02-29)$`);
const monthDayPattern = new RegExp(`^(?:${daysOfMonths}|02-(?:0[1-9]|[12][0-9]))$`);

/** A day of the calendar from 1970 to 9999, such as 2026-10-01. */
export function day(): z.ZodString {
  return z.string().regex(dayPattern, { error: 'a day of the calendar such as 2026-10-01' });
}

/** A day of every year, such as 12-24; 02-29 is one of leap years. */
export function monthDay(): z.ZodString {
  return z.string().regex(monthDayPattern, { error: 'month and day such as 02-01' });
}
