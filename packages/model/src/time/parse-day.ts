import { ModelError } from '../model-error.ts';
import { daysSinceEpoch, isDayOfMonth } from './read-instant.ts';

/**
 * Reads a day of the calendar, without time and zone.
 * @returns days since 1970-01-01, or `null` for what is not a day of the years 1970 to 9999
 */
export function readDay(text: string): number | null {
  const parts = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1970 && isDayOfMonth(year, month, day) ? daysSinceEpoch(year, month, day) : null;
}

/**
 * Reads a day of the calendar, without time and zone.
 * @returns days since 1970-01-01, an integer from 0
 * @throws ModelError `bad-day` for what is not a day of the years 1970 to 9999
 * @example parseDay('1970-02-01') // 31
 */
export function parseDay(text: string): number {
  const day = readDay(text);
  if (day === null) throw new ModelError('bad-day', { text });
  return day;
}
