import type { Grain } from './plan.ts';

const dayMs = 86_400_000;

/** How the years and weeks of a company are cut. */
export interface CalendarRules {
  /** Month in which the fiscal year starts, 1 to 12. A fiscal year is named after the calendar year in which it ends. */
  readonly fiscalStartMonth: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekStart: number;
}

/**
 * First local day of the bucket that a local day falls into. Days are numbered from 1970-01-01 in the zone, so that
 * the calendar itself knows no zone.
 */
export function bucketStart(day: number, grain: Grain, rules: CalendarRules): number {
  if (grain === 'day') return day;
  if (grain === 'week') {
    // 1970-01-01 was a Thursday.
    const weekday = (((day + 3) % 7) + 7) % 7;
    return day - ((weekday - (rules.weekStart - 1) + 7) % 7);
  }
  const date = new Date(day * dayMs);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  if (grain === 'month') return Date.UTC(year, month, 1) / dayMs;
  const sinceStart = (month - (rules.fiscalStartMonth - 1) + 12) % 12;
  const back = grain === 'quarter' ? sinceStart % 3 : sinceStart;
  return Date.UTC(year, month - back, 1) / dayMs;
}

/** First day of the bucket after the one that starts at `start`. */
export function nextBucket(start: number, grain: Grain): number {
  if (grain === 'day') return start + 1;
  if (grain === 'week') return start + 7;
  const months = grain === 'month' ? 1 : grain === 'quarter' ? 3 : 12;
  const date = new Date(start * dayMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / dayMs;
}

/**
 * Name of a bucket: `2018-01-05`, a week by its first day, `2018-01`, `2018-Q1`, `2018`; with a fiscal year that does
 * not start in January `FY2018-Q1` and `FY2018`. Names sort as times do.
 */
export function bucketLabel(start: number, grain: Grain, rules: CalendarRules): string {
  const iso = new Date(start * dayMs).toISOString();
  if (grain === 'day' || grain === 'week') return iso.slice(0, 10);
  if (grain === 'month') return iso.slice(0, 7);
  const year = Number(iso.slice(0, 4));
  const month = Number(iso.slice(5, 7)) - 1;
  const sinceStart = (month - (rules.fiscalStartMonth - 1) + 12) % 12;
  const isFiscal = rules.fiscalStartMonth !== 1;
  const named = isFiscal && month >= rules.fiscalStartMonth - 1 ? year + 1 : year;
  const prefix = isFiscal ? `FY${named}` : `${year}`;
  return grain === 'year' ? prefix : `${prefix}-Q${Math.floor(sinceStart / 3) + 1}`;
}

/** Number of the day that an ISO date names. */
export function dayNumber(isoDate: string): number {
  return Date.parse(`${isoDate}T00:00:00Z`) / dayMs;
}

/** The ISO date of the day with a number. */
export function isoDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
