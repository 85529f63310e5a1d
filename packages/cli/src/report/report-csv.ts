import type { ReportRow } from '@sameteam/api/client';
import { csvCell } from './csv-cell.ts';
import { flattenRow } from './flatten-row.ts';
import { reportKeys } from './report-keys.ts';

/**
 * Rows as comma-separated values (RFC 4180, lines end with LF), with a heading, a column `folded` where
 * values are folded and, for money, a column `currency`.
 * @param by dimensions of the report, in their order
 * @returns the heading alone when there are no rows
 */
export function reportCsv(rows: readonly ReportRow[], by: readonly string[]): string {
  const keys = [
    ...reportKeys(by),
    ...(rows.some((row) => row.folded !== null) ? ['folded'] : []),
    ...(rows.some((row) => row.currency !== null) ? ['currency'] : []),
  ];
  const lines = rows.map((row) => {
    const flat = flattenRow(row, by);
    return keys.map((key) => csvCell(flat[key] ?? null)).join(',');
  });
  return `${[keys.map(csvCell).join(','), ...lines].join('\n')}\n`;
}
