import type { RowTest } from '../../plan/row-test.ts';
import { compileRowTest } from './compile-row-test.ts';
import type { FactTable } from './fact-table.ts';
import type { TableGroups } from './group-table.ts';

/** How many rows of each group pass a test. O(rows) */
export function countRows(
  where: RowTest,
  table: FactTable,
  { group, addresses }: TableGroups,
  asOfMs: number,
): Float64Array {
  const counts = new Float64Array(addresses.length);
  const [only] = where;
  if (only === undefined) return counts;
  if (where.length === 1 && only.length <= 1) {
    // The commonest counts, of which a page asks most: without a call for each row.
    const [atom] = only;
    if (atom === undefined) return countAll(group, counts);
    if (atom.kind === 'has' && atom.is && atom.column.startsWith('at_'))
      return countTimes(table.numbers(atom.column), group, counts);
    if (atom.kind === 'bit' && atom.is) return countBits(table.numbers(atom.column), 2 ** atom.bit, { group, counts });
  }
  const test = compileRowTest(where, table, asOfMs);
  for (let row = 0; row < group.length; row++) {
    const of = group[row] as number;
    if (of !== -1 && test(row)) counts[of] = (counts[of] as number) + 1;
  }
  return counts;
}

function countAll(group: Int32Array, counts: Float64Array): Float64Array {
  for (let row = 0; row < group.length; row++) {
    const of = group[row] as number;
    if (of !== -1) counts[of] = (counts[of] as number) + 1;
  }
  return counts;
}

function countTimes(times: Float64Array, group: Int32Array, counts: Float64Array): Float64Array {
  for (let row = 0; row < group.length; row++) {
    const of = group[row] as number;
    const at = times[row] as number;
    // NaN is above nothing.
    if (of !== -1 && at > Number.NEGATIVE_INFINITY) counts[of] = (counts[of] as number) + 1;
  }
  return counts;
}

function countBits(
  numbers: Float64Array,
  mask: number,
  { group, counts }: { readonly group: Int32Array; readonly counts: Float64Array },
): Float64Array {
  for (let row = 0; row < group.length; row++) {
    const of = group[row] as number;
    if (of !== -1 && ((numbers[row] as number) & mask) !== 0) counts[of] = (counts[of] as number) + 1;
  }
  return counts;
}
