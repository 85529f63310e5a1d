/** Most ranges: each one is asked on its own. */
const mostRanges = 8;

/** Numbers that lie closer are in one range: a part of a table holds more of them. */
const leastGap = 100_000;

/** What is read of a table, and by which numbers. */
export interface RangesRead {
  readonly columns: string;
  readonly table: string;
  /** The column of the numbers. */
  readonly by: string;
  /** At least one. */
  readonly numbers: ArrayLike<number>;
  /** The condition `IN (…)` that a column is one of the numbers; none for all that lies between them too. */
  readonly among?: string;
}

/**
 * The rows of some numbers, read from a few ranges of them: of a list in a table the database knows the least and the greatest
 * number only, and of ranges joined by OR nothing. A range of its own lets it skip the parts of a table that hold none of it.
 */
export function withinRangesSql({ columns, table, by, numbers, among }: RangesRead): string {
  const isAmong = among === undefined ? '' : ` AND ${by} ${among}`;
  const parts = rangesOf(numbers).map(
    ([least, greatest]) => `SELECT ${columns} FROM ${table} WHERE ${by} BETWEEN ${least} AND ${greatest}${isAmong}`,
  );
  return `(${parts.join(' UNION ALL ')})`;
}

/**
 * A few ranges that hold some numbers, ascending.
 * @param numbers at least one
 */
export function rangesOf(numbers: ArrayLike<number>): readonly (readonly [least: number, greatest: number])[] {
  const sorted = Float64Array.from(numbers).sort();
  const cuts: { readonly at: number; readonly gap: number }[] = [];
  for (let at = 1; at < sorted.length; at++) {
    const gap = (sorted[at] as number) - (sorted[at - 1] as number);
    if (gap >= leastGap) cuts.push({ at, gap });
  }
  const widest = cuts.sort((a, b) => b.gap - a.gap).slice(0, mostRanges - 1);
  const starts = [0, ...widest.map(({ at }) => at).sort((a, b) => a - b)];
  return starts.map((start, index) => {
    const end = (starts[index + 1] ?? sorted.length) - 1;
    return [sorted[start] as number, sorted[end] as number];
  });
}
