import type { CsvRecord } from '../csv/csv-record.ts';
import type { CompiledFile } from './compile-file.ts';
import type { CompiledMap } from './compile-map.ts';
import type { PreparedTable } from './prepare-tables.ts';
import type { TableIssue } from './table-issue.ts';
import { createTableReader } from './table-reader.ts';

/** How many impossible dates it takes before a whole file is refused; fewer go to quarantine row by row. */
const leastEvidence = 5;

/**
 * Refuses a table whose sample has dates in another order than the map says throughout: when at least five values, and one
 * in ten, only fit another order. Else its ambiguous half (5/4 for 4/5) would be imported with wrong dates, in silence.
 */
export function checkDateOrder(
  file: CompiledFile,
  table: PreparedTable,
  compiled: CompiledMap,
  rows: readonly CsvRecord[],
): readonly TableIssue[] {
  const reader = createTableReader(compiled, table, { joins: null });
  // The last record of a sample may be cut.
  const issues = rows
    .slice(0, -1)
    .flatMap((record) => reader.read(record).issues)
    .filter((issue) => issue.code === 'wrong-date-order');
  const byColumn = new Map<string, number>();
  for (const { column } of issues) byColumn.set(column ?? '', (byColumn.get(column ?? '') ?? 0) + 1);
  return [...byColumn].flatMap(([column, count]): readonly TableIssue[] => {
    if (count < leastEvidence || count * 10 < rows.length) return [];
    const first = issues.find((issue) => issue.column === column);
    const message = `Cannot import ${table.name}: line ${first?.line}, column "${column}": ${first?.message} So do ${count} of the first ${rows.length} rows. Correct the \`format\` in the map under files.${file.id}.`;
    return [
      { file: table.name, line: first?.line ?? null, column, code: 'wrong-date-order', severity: 'error', message },
    ];
  });
}
