import type { LeadPosition } from '../plan/lead-cursor.ts';
import { leadFactColumns, type SubjectQuery } from '../plan/reduction.ts';
import { addressConditions, type FactSource, keptSql, scopeSql } from './fact-scope-sql.ts';
import { columnSql, instant, rowTestSql } from './row-test-sql.ts';
import { integer, quotedName } from './sql-text.ts';

/** SQL of the subjects behind numbers, each once, however many of its rows stand there. */
export function matchingSql(parts: readonly { readonly query: SubjectQuery; readonly source: FactSource }[]): string {
  if (parts.length === 0) return "SELECT '' AS subject WHERE 0";
  return `SELECT DISTINCT subject FROM (${parts.map(matchingPartSql).join(' UNION ALL ')})`;
}

function matchingPartSql({ query, source }: { readonly query: SubjectQuery; readonly source: FactSource }): string {
  const kept = keptSql(source);
  const conditions = [
    scopeSql(query, source),
    `(${rowTestSql(query.rows, source)})`,
    ...(query.address === null ? [] : addressConditions(query, query.address, source)),
    `${columnSql(query.column)} IS NOT NULL`,
  ];
  if (query.excludedByAgreement) conditions.push(kept === null ? '0' : `NOT (${kept})`);
  else if (kept !== null) conditions.push(kept);
  return `SELECT assumeNotNull(${columnSql(query.column)}) AS subject FROM ${conditions.join(' AND ')}`;
}

/** SQL of a page of subjects in the order of UTF-8 bytes, which is how the database compares texts. */
export function subjectsSql(
  matching: string,
  { params }: Pick<FactSource, 'params'>,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): string {
  const later = after === null ? '' : ` WHERE subject > ${params.bind(after, 'String')}`;
  return `SELECT subject FROM (${matching})${later} ORDER BY subject LIMIT ${integer(limit)}`;
}

/**
 * SQL of a page of leads in the order of their capture, those never captured last, then of their subject in UTF-8 order.
 * @param matching SQL of the wanted ones; `null` for all
 */
export function leadsSql(
  { table, params }: Pick<FactSource, 'table' | 'params'>,
  matching: string | null,
  { after, limit }: { readonly after: LeadPosition | null; readonly limit: number },
): string {
  const conditions = matching === null ? [] : [`f.lead GLOBAL IN (${matching})`];
  if (after !== null) {
    const later = `f.lead > ${params.bind(after.lead, 'String')}`;
    const at = after.capturedMs === null ? null : integer(instant(after.capturedMs));
    conditions.push(
      at === null
        ? `f.at_captured IS NULL AND ${later}`
        : `(f.at_captured > ${at} OR f.at_captured IS NULL OR (f.at_captured = ${at} AND ${later}))`,
    );
  }
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return `SELECT ${leadFactColumns.map((name) => `f.${quotedName(name)} AS ${quotedName(name)}`).join(', ')} FROM ${table} AS f FINAL${where}
      ORDER BY f.at_captured ASC NULLS LAST, f.lead LIMIT ${integer(limit)}`;
}

/** SQL of the values of a column among rows that count, those of most rows first, then in UTF-8 order. */
export function valuesSql(source: Pick<FactSource, 'table' | 'hasExclusions'>, column: string, limit: number): string {
  const kept = keptSql(source);
  return `SELECT ${columnSql(column)} AS value, count() AS rows FROM ${source.table} AS f FINAL${kept === null ? '' : ` WHERE ${kept}`}
      GROUP BY value ORDER BY rows DESC, value ASC NULLS LAST LIMIT ${integer(limit)}`;
}

/** SQL of a page of facts by the subject that they are about. */
export function factsSql(
  { table, params }: Pick<FactSource, 'table' | 'params'>,
  columns: readonly string[],
  { naming, after, limit }: { readonly naming: string; readonly after: string | null; readonly limit: number },
): string {
  const subject = columnSql(naming);
  const later = after === null ? '' : ` WHERE ${subject} > ${params.bind(after, 'String')}`;
  return `SELECT ${columns.map((name) => `f.${quotedName(name)} AS ${quotedName(name)}`).join(', ')} FROM ${table} AS f FINAL${later}
      ORDER BY ${subject} LIMIT ${integer(limit)}`;
}
