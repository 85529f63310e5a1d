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
  /** The first value that does not fit; `null` where all do. */
  readonly misfit: string | null;
}

/**
 * The pattern that most sampled values fit: one in fifty may be broken, and under a heading that says so up to three of a
 * small file, one in three. `null` when they are no times.
 * @param soundsLikeDate whether the heading does: only then are bare numbers taken for times
 */
export function guessTimeFormat(values: readonly string[], soundsLikeDate: boolean): TimeGuess | null {
  if (values.length === 0) return null;
  const isNumber = values.every((value) => /^\d+$/.test(value));
  if (isNumber && !soundsLikeDate) return null;
  const candidates = isNumber
    ? ['yyyyMMdd', ...epochPatterns(values)]
    : commonTimePatterns.filter((pattern) => pattern !== 'yyyyMMdd');
  const few = Math.floor(values.length / 50);
  const allowed = soundsLikeDate ? Math.max(few, Math.min(3, Math.floor(values.length / 3))) : few;
  const fitting = candidates
    .map((pattern) => ({ pattern, broken: misfits(values, pattern, allowed) }))
    .filter(({ broken }) => broken.count <= allowed)
    .sort((left, right) => left.broken.count - right.broken.count);
  const [best] = fitting;
  if (best === undefined) return null;
  const { pattern, broken } = best;
  const misfit = broken.first;
  const swapped = swapDayAndMonth(pattern);
  if (swapped === null) return { pattern, alternative: null, evidence: 0, misfit };
  const evidence = misfits(values, swapped, values.length).count - broken.count;
  return { pattern, alternative: evidence <= few ? swapped : null, evidence, misfit };
}

/** The same pattern with day and month the other way round; `null` where nobody writes it so. */
export function swapDayAndMonth(pattern: string): string | null {
  if (/^d([/.-])M\b/.test(pattern)) return pattern.replace(/^d(.)M/, 'M$1d');
  return /^M([/.-])d\b/.test(pattern) ? pattern.replace(/^M(.)d/, 'd$1M') : null;
}

function misfits(
  values: readonly string[],
  pattern: string,
  stopAfter: number,
): { readonly count: number; readonly first: string | null } {
  const format = parseTimeFormat(pattern);
  const civil = emptyCivilTime();
  let count = 0;
  let first: string | null = null;
  for (const value of values) {
    if (format.read(value, civil) !== null) {
      count += 1;
      first ??= value;
    }
    if (count > stopAfter) break;
  }
  return { count, first };
}

function epochPatterns(values: readonly string[]): readonly string[] {
  if (values.every((value) => value.length === 13)) return ['epoch-ms'];
  return values.every((value) => value.length === 10) ? ['epoch-s'] : [];
}
