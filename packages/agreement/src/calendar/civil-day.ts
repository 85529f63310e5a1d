import { type Weekday, weekdays } from '../vocabulary/states.ts';

/** Milliseconds of a day on a clock that is never changed. */
export const dayMs = 86_400_000;

/** Days are numbered from 1970-01-01, so that the arithmetic of days knows no zone. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}

/** A numbered day as `2026-10-01`. */
export function dayText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The day of the week of a numbered day. */
export function weekdayOf(day: number): Weekday {
  // 1970-01-01 was a Thursday.
  return weekdays[(((day + 3) % 7) + 7) % 7] as Weekday;
}

/** The first instant of a year, in UTC. */
export function yearMs(year: number): number {
  return Date.UTC(year, 0, 1);
}
