import type { FactColumn } from '../plan/dimensions.ts';
import type { Database } from './connection.ts';
import { columnSql } from './reduce-sql.ts';
import { literal } from './sql-text.ts';

/** A value of a dimension and how many leads have it. */
interface ValueCount {
  readonly value: string | null;
  readonly leads: number;
}

/**
 * The values of a column of lead facts, those of most leads first, then as UTF-8 bytes.
 * @param options.segments ids of the segments of the agreement, in its order
 */
export async function valueCounts(
  database: Database,
  {
    table,
    column,
    segments,
    limit,
  }: {
    readonly table: string;
    readonly column: FactColumn;
    readonly segments: readonly string[];
    readonly limit: number;
  },
): Promise<readonly ValueCount[]> {
  const named = segments.map((id, index) => `(${index + 1}, ${literal(id)})`).join(', ');
  const texts =
    column.kind !== 'segment' ? 'terms' : `(VALUES ${named === '' ? '(NULL, NULL)' : named}) t(number, term)`;
  const rows = await database.query(
    `SELECT t.term AS value, g.leads
      FROM (SELECT ${columnSql(column)} AS number, count(*) AS leads FROM ${table} f WHERE NOT f.excluded GROUP BY 1) g
      LEFT JOIN ${texts}${column.kind === 'segment' ? '' : ' t'} ON t.number = g.number
      ORDER BY g.leads DESC, value NULLS LAST LIMIT $1::BIGINT`,
    [limit],
  );
  return rows.map(({ value, leads }) => ({ value: value === null ? null : String(value), leads: Number(leads) }));
}
