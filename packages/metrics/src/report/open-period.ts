import type { Agreement } from '@sameteam/agreement';
import { dayOf, zoneOffsets } from '../facts/zone-days.ts';
import { bucketLabel, bucketStart, nextBucket } from '../plan/calendar.ts';
import type { Grain } from '../plan/plan.ts';
import { calendarRules } from './metric-scope.ts';

/** A period that is not over. */
export interface OpenPeriod {
  /** As rows name it: `2026-11`, `2026-Q4`, `FY2027`, the first day of a week. */
  readonly label: string;
  /** Days of it that have begun, today among them, and all of its days. */
  readonly daysBegun: number;
  readonly days: number;
}

/**
 * The period of a calendar grain that an instant lies in. Rows of it hold a part of what it will hold: a fall against the
 * period before says nothing yet.
 * @param agreement its time zone and fiscal year cut the periods
 * @returns `null` for the last millisecond of a period, which is over then
 * @example
 * openPeriod(defaultAgreement, 'month', Date.UTC(2026, 10, 23, 12)) // { label: '2026-11', daysBegun: 23, days: 30 }
 */
export function openPeriod(
  agreement: Pick<Agreement, 'timeZone' | 'fiscalYear'>,
  grain: Grain,
  asOfMs: number,
): OpenPeriod | null {
  const nextMs = asOfMs + 1;
  const day = dayOf(zoneOffsets(agreement.timeZone, { fromMs: asOfMs, toMs: nextMs }));
  const rules = calendarRules(agreement);
  const today = day(asOfMs);
  const start = bucketStart(today, grain, rules);
  if (bucketStart(day(nextMs), grain, rules) !== start) return null;
  const label = bucketLabel(start, grain, rules);
  return { label, daysBegun: today - start + 1, days: nextBucket(start, grain) - start };
}
