import { eventRank } from '@sameteam/model';
import type { ImportOutcome } from '../engine.ts';
import { leadEventRanks, opportunityEventRanks } from '../facts/lead-fold.ts';
import type { Database } from './connection.ts';
import { keptFacts } from './fact-tables.ts';
import { integers } from './sql-text.ts';

const converted = eventRank('lead.converted');

/** What is odd among the leads and opportunities that the events of an import are about. Reads `roots` as it was made. */
export async function importOddities(
  database: Database,
  {
    importNumber,
    ranks,
    visible,
    hasRoots,
  }: {
    readonly importNumber: number;
    readonly ranks: ReadonlySet<number>;
    readonly visible: string;
    readonly hasRoots: boolean;
  },
): Promise<Pick<ImportOutcome, 'impossibleOrder' | 'unknownLeads'>> {
  const isDeal = opportunityEventRanks.some((rank) => ranks.has(rank));
  const root = (table: string, column: string) =>
    hasRoots
      ? `SELECT coalesce(r.root, t.${column}) AS ${column} FROM (${table}) t LEFT JOIN roots r ON r.subject = t.${column}`
      : `SELECT t.${column} FROM (${table}) t`;
  const about = (those: readonly number[]) =>
    `SELECT DISTINCT subject FROM (${root(`SELECT subject FROM events WHERE import = ${importNumber} AND type IN (${integers(those)}) AND ${visible}`, 'subject')})`;
  const impossible = (leads: string) =>
    `(SELECT count(*) FROM ${keptFacts.leads} WHERE impossible = 1 AND lead IN (${leads})) AS impossible`;
  if (!isDeal) {
    if (!leadEventRanks.some((rank) => ranks.has(rank))) return { impossibleOrder: 0, unknownLeads: 0 };
    const [row] = await database.query(`SELECT ${impossible(about(leadEventRanks))}`);
    return { impossibleOrder: Number(row?.impossible), unknownLeads: 0 };
  }
  const rooted = (column: string) =>
    hasRoots ? `coalesce((SELECT r.root FROM roots r WHERE r.subject = e.${column}), e.${column})` : `e.${column}`;
  const links = `SELECT ${rooted('subject')} AS opportunity, ${rooted('other')} AS lead FROM (SELECT * FROM refs WHERE type IN (${integers(opportunityEventRanks)}) AND ${visible}) e
    UNION SELECT ${rooted('other')}, ${rooted('subject')} FROM (SELECT * FROM refs WHERE type = ${converted} AND ${visible}) e`;
  const [row] = await database.query(`
    WITH deals AS MATERIALIZED (${about(opportunityEventRanks)}),
    told AS MATERIALIZED (SELECT l.opportunity, l.lead FROM (${links}) l SEMI JOIN deals d ON d.subject = l.opportunity
      JOIN subjects s ON s.number = l.lead WHERE starts_with(s.subject, 'lead/'))
    SELECT ${impossible(`SELECT lead FROM told UNION FROM (${about(leadEventRanks)})`)},
      (SELECT count(DISTINCT t.opportunity) FROM told t ANTI JOIN ${keptFacts.leads} f ON f.lead = t.lead) AS unknown`);
  return { impossibleOrder: Number(row?.impossible), unknownLeads: Number(row?.unknown) };
}
