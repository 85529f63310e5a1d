import { AgreementError } from '../agreement-error.ts';

/** Units of a duration: `m`, `h` and `d` elapse; `wm`, `wh` and `wd` are working time on a calendar. */
export type DurationUnit = 'm' | 'h' | 'd' | 'wm' | 'wh' | 'wd';

/** A duration as it is written in an agreement, such as `90d` or `4wh`. */
export type DurationText = `${number}${DurationUnit}`;

/** A duration taken apart. */
export interface Duration {
  readonly unit: DurationUnit;
  /** A whole number from 1. */
  readonly amount: number;
  /** Whether it is working time, which only a calendar can turn into an instant. */
  readonly working: boolean;
  /** Elapsed milliseconds; `null` for working time. A `d` is 24 hours, whatever the clocks do. */
  readonly ms: number | null;
}

/**
 * A whole number from 1 without leading zeros, and its unit; at most 99,999 of it for days, so that an end
 * is always an instant that a date can hold.
 */
export const durationPattern: RegExp = /^([1-9][0-9]{0,4})(m|h|d|wm|wh|wd)$/;

const unitMs = { m: 60_000, h: 3_600_000, d: 86_400_000, wm: null, wh: null, wd: null } as const satisfies Record<
  DurationUnit,
  number | null
>;

/**
 * Reads a duration of an agreement. O(1).
 * @param text a whole number from 1 to 99,999 and a unit, without a space
 * @returns the parts; `ms` is `null` for working time
 * @throws AgreementError `not-a-duration` for everything else: `0d`, `1.5h`, `3 d`, `2w`
 * @example parseDuration('90d') // { unit: 'd', amount: 90, working: false, ms: 7776000000 }
 */
export function parseDuration(text: string): Duration {
  const duration = readDuration(text);
  if (duration === null) throw new AgreementError('not-a-duration', { text: text.slice(0, 80) });
  return duration;
}

/**
 * Reads a duration of an agreement, for callers that report a fault themselves.
 * @returns `null` for what is not a duration
 */
export function readDuration(text: string): Duration | null {
  const match = durationPattern.exec(text);
  if (match === null) return null;
  const amount = Number(match[1]);
  const unit = match[2] as DurationUnit;
  const each = unitMs[unit];
  return { unit, amount, working: each === null, ms: each === null ? null : amount * each };
}
