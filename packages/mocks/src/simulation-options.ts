import { MocksError } from './mocks-error.ts';
import { berlinMidnightMs, dayMs } from './time/berlin-time.ts';
import { firstDayOf } from './world/month-of-arrivals.ts';

/** What decides a simulated company. Two companies with equal options are equal to the byte. */
export interface SimulationOptions {
  /** Any whole number; another seed is another company with the same true rates. */
  readonly seed: number;
  /** Leads captured in the first `months` months: default 60,000. */
  readonly leads?: number;
  /** Months of history: default 24. Growth and season are measured out so that `leads` come in them. */
  readonly months?: number;
  /** First day, the first of a month in Europe/Berlin: default 2024-10-01. */
  readonly start?: string;
  /**
   * Instant at which the history is cut, RFC 3339: default the end of the last month. A later end changes nothing before
   * it: leads go on arriving, and what was open goes on.
   */
  readonly end?: string;
  /**
   * Whether sources change: default true. Without drift every chance and the mix of sources stay the same from the first
   * month on; the volume still grows and has its seasons.
   */
  readonly drift?: boolean;
}

/** The options with every default explicit. */
export interface Simulation {
  readonly seed: number;
  readonly leads: number;
  readonly months: number;
  /** Year * 12 + month from 0. */
  readonly firstMonth: number;
  readonly startMs: number;
  /** Everything recorded at or before this instant is part of the history. */
  readonly endMs: number;
  readonly drift: boolean;
}

/** @throws MocksError `not-a-seed`, `not-a-count`, `bad-start`, `bad-end` */
export function readOptions(options: SimulationOptions): Simulation {
  const { seed, leads = 60_000, months = 24, start = '2024-10-01', end, drift = true } = options;
  if (!Number.isSafeInteger(seed)) throw new MocksError('not-a-seed', { value: String(seed) });
  for (const [option, value] of Object.entries({ leads, months })) {
    if (!Number.isSafeInteger(value) || value < 1)
      throw new MocksError('not-a-count', { option, value: String(value) });
  }
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])-01$/.exec(start) ?? [];
  const firstMonth = Number(year) * 12 + Number(month) - 1;
  // The rule for summer time that the calendar uses holds from 1996 on.
  if (!(firstMonth >= 1997 * 12 && firstMonth < 2091 * 12)) throw new MocksError('bad-start', { value: start });
  const startMs = berlinMidnightMs(firstDayOf(firstMonth));
  const endMs = end === undefined ? berlinMidnightMs(firstDayOf(firstMonth + months)) - 1000 : Date.parse(end);
  if (!(endMs > startMs && endMs < startMs + 40 * 365.25 * dayMs)) {
    throw new MocksError('bad-end', { value: end ?? `${months} months after the start`, start });
  }
  return { seed, leads, months, firstMonth, startMs, endMs, drift };
}
