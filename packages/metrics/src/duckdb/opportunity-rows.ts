import type { OpportunityPage } from '../engine.ts';
import type { Database, Row } from './connection.ts';
import type { FactValues } from './fact-values.ts';

/** A page of opportunities in the order of their subjects, which the database compares as UTF-8 bytes. */
export async function opportunityPage(
  database: Database,
  table: string,
  { after, limit, values }: { readonly after?: string; readonly limit: number; readonly values: FactValues },
): Promise<OpportunityPage> {
  const [count] = await database.query(`SELECT count(*) AS n FROM ${table}`);
  const rows = await database.query(
    `SELECT s.subject AS opportunity, l.subject AS lead, o.at_opportunity, o.at_won, o.amount, o.currency, o.owner_current
      FROM ${table} o JOIN subjects s ON s.number = o.opportunity LEFT JOIN subjects l ON l.number = o.lead
      WHERE $1 IS NULL OR s.subject > $1 ORDER BY s.subject LIMIT $2::BIGINT`,
    [after ?? null, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const owner = { kind: 'last', name: 'owner', at: 'current' } as const;
  const textOf = await values.texts(shown, [{ name: 'owner_current', column: owner }]);
  const text = (row: Row, name: string) => (row[name] as string | null | undefined) ?? null;
  const instant = (row: Row, name: string) => (row[name] === null ? null : new Date(Number(row[name])).toISOString());
  return {
    opportunities: shown.map((row) => ({
      opportunity: String(row.opportunity),
      lead: text(row, 'lead'),
      openedAt: instant(row, 'at_opportunity'),
      wonAt: instant(row, 'at_won'),
      amountMinor: (row.amount as number | null | undefined) ?? null,
      currency: text(row, 'currency'),
      owner: textOf(owner, row.owner_current),
    })),
    total: Number(count?.n),
    next: rows.length > shown.length ? text(shown[shown.length - 1] as Row, 'opportunity') : null,
  };
}
