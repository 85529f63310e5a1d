import { commonTimePatterns } from '../time/fitting-formats.ts';
import { parseTimeFormat } from '../time/parse-time-format.ts';
import { emptyCivilTime } from '../time/time-format.ts';

/** The pattern of a column of times. */
export interface TimeGuess {
  readonly pattern: string;
  /** Another pattern with day and month the other way round that fits every value as well. */
  readonly alternative: string | null;
  /** How many values fit this order of day and month and not the other. */
  readonly evidence: number;
}

/**
 * The pattern that all sampled values fit (one in fifty may be broken); `null` when they are no times.
 * @param soundsLikeDate whether the heading does: only then are bare numbers taken for times
 */
export function guessTimeFormat(values: readonly string[], soundsLikeDate: boolean): TimeGuess | null {
  if (values.length === 0) return null;
  const isNumber = values.every((value) => /^\d+$/.test(value));
  if (isNumber && !soundsLikeDate) return null;
  const candidates = isNumber
    ? ['yyyyMMdd', ...epochPatterns(values)]
    : commonTimePatterns.filter((pattern) => pattern !== 'yyyyMMdd');
  const allowed = Math.floor(values.length / 50);
  const fitting = candidates.filter((pattern) => misfits(values, pattern, allowed) <= allowed);
  const [pattern] = fitting;
  if (pattern === undefined) return null;
  const swapped = swapDayAndMonth(pattern);
  if (swapped === null) return { pattern, alternative: null, evidence: 0 };
  const evidence = misfits(values, swapped, values.length);
  return { pattern, alternative: fitting.includes(swapped) ? swapped : null, evidence };
}

/** The same pattern with day and month the other way round; `null` where nobody writes it so. */
export function swapDayAndMonth(pattern: string): string | null {
  if (/^d([/.-])M\b/.test(pattern)) return pattern.replace(/^d(.)M/, 'M$1d');
  return /^M([/.-])d\b/.test(pattern) ? pattern.replace(/^M(.)d/, 'd$1M') : null;
}

function misfits(values: readonly string[], pattern: string, stopAfter: number): number {
  const format = parseTimeFormat(pattern);
  const civil = emptyCivilTime();
  let count = 0;
  for (const value of values) {
    if (format.read(value, civil) !== null) count += 1;
    if (count > stopAfter) break;
  }
  return count;
}

function epochPatterns(values: readonly string[]): readonly string[] {
  if (values.every((value) => value.length === 13)) return ['epoch-ms'];
  return values.every((value) => value.length === 10) ? ['epoch-s'] : [];
}
