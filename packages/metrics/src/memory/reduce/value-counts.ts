import { compareUtf8 } from '@sameteam/model';
import type { FactTable } from './fact-table.ts';

/** Distinct values of a column among rows that count, most rows first, then in UTF-8 order, the missing one last. */
export function valueCounts(
  table: FactTable,
  column: string,
  limit: number,
): readonly { readonly value: string | null; readonly rows: number }[] {
  const { codes, dictionary } = table.codes(column);
  const isExcluded = table.excluded();
  const counts = new Map<number, number>();
  for (let row = 0; row < table.count; row++) {
    if (isExcluded?.[row] === 1) continue;
    const code = codes[row] as number;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts]
    .map(([code, rows]) => ({ value: dictionary.text(code), rows }))
    .sort((a, b) => b.rows - a.rows || compareValues(a.value, b.value))
    .slice(0, limit);
}

function compareValues(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null ? -1 : compareUtf8(a, b);
}
