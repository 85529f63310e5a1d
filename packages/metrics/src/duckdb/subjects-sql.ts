import type { SubjectQuery } from '../plan/reduction.ts';
import { addressConditions, type FactSource, keptSql, scopeSql } from './fact-scope-sql.ts';
import { columnSql, rowTestSql } from './row-test-sql.ts';
import { whole } from './sql-text.ts';

/** A query with the facts that it is asked of. */
interface SubjectPart {
  readonly query: SubjectQuery;
  readonly source: FactSource;
}

/** SQL of the numbers of the subjects behind numbers, each once, however many of its rows stand there. */
export function matchingSql(parts: readonly SubjectPart[]): string {
  if (parts.length === 0) return 'SELECT NULL::INTEGER AS number WHERE FALSE';
  return `SELECT DISTINCT number FROM (${parts.map(matchingPartSql).join(' UNION ALL ')}) WHERE number IS NOT NULL`;
}

/**
 * SQL of a page of subjects: `total` in the first row, then `subject` in the order of UTF-8 bytes, which is how the
 * database compares texts. `$1` is the subject after which the page begins, NULL for the first page.
 * @param matching see `matchingSql`
 */
export function subjectsSql(matching: string, limit: number): string {
  return `WITH matching AS MATERIALIZED (${matching})
    SELECT NULL AS subject, count(*) AS total FROM matching
    UNION ALL FROM (SELECT s.subject, NULL AS total FROM subjects s SEMI JOIN matching m ON m.number = s.number
      WHERE $1::VARCHAR IS NULL OR s.subject > $1::VARCHAR ORDER BY s.subject LIMIT ${whole(limit)})
    ORDER BY subject NULLS FIRST`;
}

function matchingPartSql({ query, source }: SubjectPart): string {
  const kept = keptSql(source);
  const conditions = [
    scopeSql(query, source),
    `(${rowTestSql(query.rows, source)})`,
    ...(query.address === null ? [] : addressConditions(query, query.address, source)),
    ...exclusionOf(query, kept),
  ];
  return `SELECT ${columnSql(query.column)} AS number FROM ${conditions.join(' AND ')}`;
}

function exclusionOf({ excludedByAgreement }: SubjectQuery, kept: string | null): readonly string[] {
  if (excludedByAgreement) return [kept === null ? 'FALSE' : `NOT (${kept})`];
  return kept === null ? [] : [kept];
}
