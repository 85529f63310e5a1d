import type { FactGrain } from '../facts/schema/fact-schema.ts';
import type { LeadPosition } from '../plan/lead-cursor.ts';
import { type LogBounds, leadFactColumns } from '../plan/reduction.ts';
import { type FactSource, keptSql } from './fact-scope-sql.ts';
import { columnName, tableColumns } from './fact-tables.ts';
import { columnSql } from './row-test-sql.ts';
import { integers, whole } from './sql-text.ts';

/** Latest instant of a date. */
const lastMs = 8.64e15;

/** Column that names what a row of a grain is about. */
export const namingColumn = { leads: 'lead', opportunities: 'opportunity', companies: 'company' } as const;

/**
 * SQL of a page of leads in the order of their capture, those never captured last, then of their subject in UTF-8 order.
 * @param matching SQL of the numbers of the wanted ones; `null` for all
 * @param after where the page begins; its subject is `$1`
 */
export function leadsSql(
  { tables }: Pick<FactSource, 'tables'>,
  matching: string | null,
  { after, limit }: { readonly after: LeadPosition | null; readonly limit: number },
): string {
  const those = matching === null ? '' : ` SEMI JOIN (${matching}) m ON m.number = f.lead`;
  const columns = leadFactColumns.filter((name) => name !== 'lead').map(columnSql);
  return `SELECT s.subject, ${columns.join(', ')} FROM ${tables.leads} f${those} JOIN subjects s ON s.number = f.lead
      WHERE ${after === null ? '$1::VARCHAR IS NULL' : afterSql(after)} ORDER BY f.at_captured NULLS LAST, s.subject LIMIT ${whole(limit)}`;
}

function afterSql({ capturedMs }: LeadPosition): string {
  if (capturedMs === null) return 'f.at_captured IS NULL AND s.subject > $1';
  // A position may be made up: no instant lies beyond the last one.
  const at = whole(Math.max(-lastMs, Math.min(capturedMs, lastMs)));
  return `(f.at_captured > ${at} OR f.at_captured IS NULL OR (f.at_captured = ${at} AND s.subject > $1))`;
}

/** SQL of the values of a column among rows that count, those of most rows first, then in UTF-8 order. */
export function valuesSql(
  source: Pick<FactSource, 'tables' | 'hasExclusions'>,
  { grain, column, limit }: { readonly grain: FactGrain; readonly column: string; readonly limit: number },
  dictionary: { readonly table: string; readonly column: string },
): string {
  const kept = keptSql(source);
  return `SELECT t.${dictionary.column} AS value, g.n AS "rows"
      FROM (SELECT ${columnSql(column)} AS number, count(*) AS n FROM ${source.tables[grain]} f${kept === null ? '' : ` WHERE ${kept}`} GROUP BY 1) g
      LEFT JOIN ${dictionary.table} t ON t.number = g.number
      ORDER BY g.n DESC, value NULLS LAST LIMIT ${whole(limit)}`;
}

/** SQL of a page of facts by the subject that they are about; `$1` is the one after which the page begins, NULL for the first page. */
export function factsSql(
  { tables }: Pick<FactSource, 'tables'>,
  grain: keyof typeof namingColumn,
  limit: number,
): string {
  const columns = tableColumns(grain).filter(({ of }) => of === null);
  return `SELECT ${columns.map(({ name }) => `f.${columnName(name)}`).join(', ')}, s.subject AS subject_text
      FROM ${tables[grain]} f JOIN subjects s ON s.number = ${columnSql(namingColumn[grain])}
      WHERE $1::VARCHAR IS NULL OR s.subject > $1::VARCHAR ORDER BY s.subject LIMIT ${whole(limit)}`;
}

/** SQL of the numbers of the imports that were recorded after as-of, and are known. */
export function laterImportsSql({ asOfMs, knownAtMs }: Pick<LogBounds, 'asOfMs' | 'knownAtMs'>): string {
  const asOf = instant(asOfMs);
  const known =
    knownAtMs === null
      ? 'undone IS NULL'
      : `recorded <= ${whole(knownAtMs)} AND (undone IS NULL OR undone > ${whole(knownAtMs)})`;
  return `SELECT number FROM imports WHERE recorded > ${asOf} AND ${known}
      -- Where nothing had been recorded by then, there was no number that could be restated.
      AND EXISTS (SELECT 1 FROM imports WHERE recorded <= ${asOf})`;
}

/** SQL of the number of events of some imports that had happened by as-of. */
export function recordedLaterSql({ asOfMs }: Pick<LogBounds, 'asOfMs'>, imports: readonly number[]): string {
  return `SELECT count(*) AS n FROM events WHERE time <= ${instant(asOfMs)} AND import IN (${integers(imports)})`;
}

function instant(timeMs: number): string {
  return whole(Math.floor(Math.min(timeMs, lastMs)));
}
