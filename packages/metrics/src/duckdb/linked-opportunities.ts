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
    `WITH own AS MATERIALIZED (SELECT coalesce(r.root, w.number) AS root FROM subjects w LEFT JOIN roots r ON r.subject = w.number WHERE w.subject = $1),
      members AS MATERIALIZED (SELECT root AS number FROM own UNION SELECT subject FROM roots WHERE root IN (SELECT root FROM own))
      SELECT DISTINCT o.subject FROM (
        SELECT other AS number FROM (SELECT * FROM refs WHERE ${visible}) WHERE subject IN (FROM members)
        UNION ALL SELECT subject FROM (SELECT * FROM refs WHERE ${visible}) WHERE other IN (FROM members)) l
      JOIN subjects o ON o.number = l.number WHERE starts_with(o.subject, 'opportunity/') ORDER BY o.subject`,
    [lead],
  );
  return rows.map((row) => String(row.subject));
}
