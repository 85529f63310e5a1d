import { MetricsError } from '../../metrics-error.ts';
import type { HistogramGroup, HistogramQuery } from '../../plan/reduction.ts';
import { compileRowTest } from './compile-row-test.ts';
import type { FactTable } from './fact-table.ts';
import { groupTable } from './group-table.ts';
import { compileRowValue } from './row-value.ts';

/** How many rows of each group have which value. */
export function histogramOf(table: FactTable, query: HistogramQuery, asOfMs: number): readonly HistogramGroup[] {
  const { group, addresses } = groupTable(table, query, { asOfMs });
  const test = compileRowTest(query.rows, table, asOfMs);
  const readValue = compileRowValue(query.value, table, asOfMs);
  const counts = addresses.map(() => new Map<number, number>());
  let cells = 0;
  for (let row = 0; row < group.length; row++) {
    const of = group[row] as number;
    if (of === -1 || !test(row)) continue;
    const value = readValue(row);
    if (Number.isNaN(value)) continue;
    const known = counts[of] as Map<number, number>;
    if (!known.has(value)) cells += 1;
    if (cells > query.limit) throw new MetricsError('too-many-cells', { cells: null, limit: query.limit });
    known.set(value, (known.get(value) ?? 0) + 1);
  }
  return counts.flatMap((of, index) =>
    [...of].map(([value, rows]) => ({ ...(addresses[index] as (typeof addresses)[number]), value, rows })),
  );
}
