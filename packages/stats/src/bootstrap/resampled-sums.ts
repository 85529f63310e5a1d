import { drawDigits } from './random-digits.ts';
import type { RandomSource } from './random-source.ts';
import { resampler } from './resampler.ts';

/** What subjects of one kind add above and below a line, and how many of them there are. */
export interface SummedKind {
  readonly numerator: number;
  readonly denominator: number;
  /** From 1. */
  readonly count: number;
}

/** Sums over all subjects of a resample. */
export interface ResampledSums {
  above: number;
  below: number;
}

/** Of so many subjects, the sums of any two are a table that is soon made and stays close to the processor. */
const mostInPairs = 256;

/** How many subjects there are of all kinds. */
export function subjectsOf(kinds: readonly SummedKind[]): number {
  return kinds.reduce((sum, { count }) => sum + count, 0);
}

/** Whether lists of so many subjects can share a draw. */
export function canShareDraw(subjects: number): boolean {
  return subjects <= mostInPairs;
}

/**
 * Draws as many subjects as there are, with replacement, and gives the sums of what they add, of one list of kinds or of
 * some at once that have as many subjects each and can share a draw. Few subjects are drawn two at a time, of the table
 * of all pairs: any pair is as likely as another, so that it is the same as one by one.
 * @returns a function that gives the sums of the next resample of each list, always in the same objects
 */
export function resampledSums(
  lists: readonly (readonly SummedKind[])[],
  random: RandomSource,
): () => readonly ResampledSums[] {
  const [first = []] = lists;
  const total = subjectsOf(first);
  if (canShareDraw(total)) return ofPairs(lists, total, random);
  const draw = ofCounts(first, random);
  return () => [draw()];
}

function ofPairs(
  lists: readonly (readonly SummedKind[])[],
  total: number,
  random: RandomSource,
): () => readonly ResampledSums[] {
  const pairs = new Uint32Array(total >> 1);
  const single = new Uint32Array(total % 2);
  const made = lists.map((kinds) => {
    const subjects = kinds.flatMap((kind) => new Array<SummedKind>(kind.count).fill(kind));
    const sumOf = (values: readonly number[]) => sumOfDrawn(values, { pairs, single });
    return {
      above: sumOf(subjects.map(({ numerator }) => numerator)),
      below: sumOf(subjects.map(({ denominator }) => denominator)),
      sums: { above: 0, below: 0 } as ResampledSums,
    };
  });
  const all = made.map(({ sums }) => sums);
  return () => {
    drawDigits(pairs, total * total, random);
    drawDigits(single, total, random);
    for (const { above, below, sums } of made) {
      sums.above = above();
      sums.below = below();
    }
    return all;
  };
}

/** Where those who are drawn stand: pairs in the table of all, and who is left over in the list. */
interface DrawnPlaces {
  readonly pairs: Uint32Array;
  readonly single: Uint32Array;
}

function sumOfDrawn(values: readonly number[], { pairs, single }: DrawnPlaces): () => number {
  const [first = 0] = values;
  // Of a mean, each counts once below the line.
  if (values.every((value) => value === first)) return () => first * values.length;
  const singles = Float64Array.from(values);
  const sums = pairSums(singles);
  return () => {
    let sum = single.length === 0 ? 0 : (singles[single[0] as number] as number);
    for (let index = 0; index < pairs.length; index++) sum += sums[pairs[index] as number] as number;
    return sum;
  };
}

/** Sums of each value with each. */
function pairSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length * values.length);
  let place = 0;
  for (const first of values) for (const second of values) sums[place++] = first + second;
  return sums;
}

function ofCounts(kinds: readonly SummedKind[], random: RandomSource): () => ResampledSums {
  const draw = resampler(
    kinds.map(({ count }) => count),
    random,
  );
  // Plain numbers: this runs some thousand times for each number of a report.
  const numerators = Float64Array.from(kinds, ({ numerator }) => numerator);
  const denominators = Float64Array.from(kinds, ({ denominator }) => denominator);
  const sums: ResampledSums = { above: 0, below: 0 };
  return () => {
    const counts = draw();
    let [above, below] = [0, 0];
    for (let kind = 0; kind < numerators.length; kind++) {
      const count = counts[kind] as number;
      above += count * (numerators[kind] as number);
      below += count * (denominators[kind] as number);
    }
    sums.above = above;
    sums.below = below;
    return sums;
  };
}
