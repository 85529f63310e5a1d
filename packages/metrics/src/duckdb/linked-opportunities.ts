import type { Database } from './connection.ts';

/**
 * The opportunities that are linked to a lead, or to what is counted as the same record. Reads `roots` as `makeRoots` has
 * made it.
 */
export async function linkedOpportunities(
  database: Database,
  { lead, visible }: { readonly lead: string; readonly visible: string },
): Promise<readonly string[]> {
  const rows = await database.query(
    `SELECT DISTINCT o.subject FROM (SELECT * FROM links WHERE ${visible}) l JOIN subjects o ON o.number = l.opportunity
      WHERE coalesce((SELECT root FROM roots WHERE subject = l.lead), l.lead) = (
        SELECT coalesce((SELECT root FROM roots WHERE subject = w.number), w.number) FROM subjects w WHERE w.subject = $1)
      ORDER BY o.subject`,
    [lead],
  );
  return rows.map((row) => String(row.subject));
}
