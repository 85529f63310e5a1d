import { Temporal } from 'temporal-polyfill';
import type { Agreement } from '../agreement.ts';

/** When a version binds, in UTC milliseconds. */
export interface BindingPeriod {
  /** `null` when the agreement names no first day. */
  readonly fromMs: number | null;
  /** The first moment after it; `null` when it binds until the next version. */
  readonly untilMs: number | null;
}

/**
 * The days `effective` and `until` of an agreement as instants: midnight in its zone, the last day in full. O(1).
 * @example bindingPeriod(agreement).fromMs // Date.UTC(2026, 8, 30, 22)
 */
export function bindingPeriod(agreement: Pick<Agreement, 'effective' | 'until' | 'timeZone'>): BindingPeriod {
  const { effective, until, timeZone } = agreement;
  return {
    fromMs: effective === null ? null : startOfDayMs(Temporal.PlainDate.from(effective), timeZone),
    untilMs: until === null ? null : startOfDayMs(Temporal.PlainDate.from(until).add({ days: 1 }), timeZone),
  };
}

function startOfDayMs(day: Temporal.PlainDate, timeZone: string): number {
  return day.toZonedDateTime(timeZone).epochMilliseconds;
}
