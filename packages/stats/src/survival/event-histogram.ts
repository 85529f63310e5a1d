import { checkCount } from '../checks.ts';
import { StatsError } from '../stats-error.ts';

/** How many subjects came to an end, or were last seen, after which time. Arrays or typed arrays of one length. */
export interface EventHistogram {
  /** Times from the start, from 0, strictly increasing, in one unit. */
  readonly time: ArrayLike<number>;
  /** For each cause, how many ended by it at each time. */
  readonly events: readonly ArrayLike<number>[];
  /** How many were last seen, without an end, at each time. They count as at risk at that time. */
  readonly censored: ArrayLike<number>;
}

/**
 * Checks a histogram and counts its subjects. O(times × causes).
 * @throws StatsError `unequal-lengths`, `times-not-increasing`, `not-a-count`
 */
export function checkHistogram({ time, events, censored }: EventHistogram): number {
  let subjects = 0;
  let before = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < time.length; index++) {
    const here = time[index] ?? Number.NaN;
    if (!(here >= 0 && here > before && here < Number.POSITIVE_INFINITY)) {
      throw new StatsError('times-not-increasing', { index });
    }
    before = here;
  }
  for (const [cause, counts] of [...events, censored].entries()) {
    const name = cause < events.length ? `events[${cause}]` : 'censored';
    if (counts.length !== time.length) {
      throw new StatsError('unequal-lengths', { name, length: counts.length, expected: time.length });
    }
    for (let index = 0; index < counts.length; index++) {
      const count = counts[index] ?? Number.NaN;
      checkCount(`${name}[${index}]`, count);
      subjects += count;
    }
  }
  checkCount('subjects', subjects);
  return subjects;
}
