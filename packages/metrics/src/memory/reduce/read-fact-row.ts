import { columnKind } from '../../facts/schema/fact-schema.ts';
import type { FactTable } from './fact-table.ts';

/** Some columns of one row, as a fold says them. */
export function readFactRow(
  table: FactTable,
  row: number,
  columns: readonly string[],
): Record<string, string | number | null> {
  return Object.fromEntries(
    columns.map((column) => {
      const kind = columnKind(table.grain, column);
      if (kind === 'term' || kind === 'subject') {
        const { codes, dictionary } = table.codes(column);
        return [column, dictionary.text(codes[row] as number)];
      }
      const value = table.numbers(column)[row] as number;
      return [column, Number.isNaN(value) ? null : value];
    }),
  );
}
