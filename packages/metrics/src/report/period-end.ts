import type { Agreement } from '@sameteam/agreement';
import { dayNumber } from '../plan/calendar.ts';
import type { Plan } from '../plan/plan.ts';
import { startOfDay } from './money-sums.ts';

/**
 * The last instant that a plan is about, UTC milliseconds: the end of its last day in the agreement's zone, or as-of where
 * that is earlier or no day is named. A clause is quoted as it stood then.
 * @example periodEndMs({ to: null, asOfMs: 5 }, { timeZone: 'UTC' }) // 5
 */
export function periodEndMs(
  { to, asOfMs }: Pick<Plan, 'to' | 'asOfMs'>,
  { timeZone }: Pick<Agreement, 'timeZone'>,
): number {
  return to === null ? asOfMs : Math.min(asOfMs, startOfDay(dayNumber(to) + 1, timeZone) - 1);
}
