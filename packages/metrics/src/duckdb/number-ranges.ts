/** Most ranges: each one is asked of every part of a table. */
const mostRanges = 8;

/** Numbers that lie closer are in one range: a part of a table holds more of them. */
const leastGap = 100_000;

/**
 * The condition that a column lies within a few ranges that hold some numbers, so that the database skips the parts of a
 * table that hold none of them: of a list in a table it knows the least and the greatest number only.
 * @param numbers at least one
 */
export function withinRangesSql(column: string, numbers: ArrayLike<number>): string {
  const sorted = Float64Array.from(numbers).sort();
  const cuts: { readonly at: number; readonly gap: number }[] = [];
  for (let at = 1; at < sorted.length; at++) {
    const gap = (sorted[at] as number) - (sorted[at - 1] as number);
    if (gap >= leastGap) cuts.push({ at, gap });
  }
  const widest = cuts.sort((a, b) => b.gap - a.gap).slice(0, mostRanges - 1);
  const starts = [0, ...widest.map(({ at }) => at).sort((a, b) => a - b)];
  const ranges = starts.map((start, index) => {
    const end = (starts[index + 1] ?? sorted.length) - 1;
    return `${column} BETWEEN ${sorted[start]} AND ${sorted[end]}`;
  });
  return `(${ranges.join(' OR ')})`;
}
