import type { Agreement } from '@sameteam/agreement';
import type { ImportOutcome } from '../engine.ts';
import { leadEventRanks, opportunityEventRanks } from '../facts/lead-fold.ts';
import { foldRanks } from '../facts/promoted.ts';
import type { Database, Row } from './connection.ts';
import { type FoldSource, rootJoin, rootSql } from './fold-sql.ts';
import { factsSignature, keepAgreement } from './kept-agreement.ts';
import { farRanks, makeFacts, touchImport } from './make-facts.ts';
import { areAlone, type FewLeads, refreshFew } from './refresh-few.ts';
import { integers } from './sql-text.ts';
import type { LogState } from './visible-events.ts';

/** Tables of the facts of everything that is known. */
export const keptFacts = { leads: 'lead_facts', opportunities: 'opportunity_facts' } as const;

/** An import whose facts are to be made. */
export interface Refresh {
  readonly agreement: Agreement;
  readonly importNumber: number;
  /** Ranks of its events. */
  readonly ranks: ReadonlySet<number>;
  /** Whether no other import has brought any event, which makes it touch all there is. */
  readonly isOnly: boolean;
  /** What the log holds, with the import. */
  readonly log: LogState;
  /** The leads that its events are about, where they are few, and what the store holds beside their facts. */
  readonly few: (Pick<FewLeads, 'leads' | 'before' | 'sources' | 'terms'> & Pick<ImportOutcome, 'events'>) | null;
}

/** Events that may change facts of opportunities: their own, and those that move the capture of a lead or say what is one. */
const movingRanks = [
  ...opportunityEventRanks,
  foldRanks.captured,
  foldRanks.converted,
  foldRanks.reset,
  foldRanks.linked,
  foldRanks.unlinked,
  foldRanks.retracted,
];

/** Makes the facts of what an import touched, or all where that is many of them or what they depend on lies anywhere. */
export async function refreshFacts(database: Database, refresh: Refresh): Promise<ImportOutcome> {
  const { agreement, isOnly, log } = refresh;
  const few = fewOf(refresh);
  if (few !== null && (await areAlone(database, few))) {
    const { added, impossibleOrder } = await refreshFew(database, few);
    return { events: few.events, leads: few.before.leads + added, impossibleOrder, unknownLeads: 0 };
  }
  const source = await makeFacts(database, keptFacts, {
    agreement,
    bounds: null,
    touched: isOnly || (await touchesMany(database, refresh)) ? 'all' : 'touched',
    movesOpportunities: movingRanks.some((rank) => refresh.ranks.has(rank)),
    temporary: false,
    log,
  });
  await keepAgreement(database, agreement);
  return importOutcome(database, source, refresh);
}

/** Events that say something of leads only that no others are counted with, or nothing of facts at all. */
function fewOf({ few, ranks, ...refresh }: Refresh): (FewLeads & NonNullable<Refresh['few']>) | null {
  const areFar = [...opportunityEventRanks, ...farRanks, foldRanks.converted].some((rank) => ranks.has(rank));
  return few === null || areFar ? null : { ...refresh, ...few, table: keptFacts.leads };
}

/** Puts what an import touched into the tables of touched subjects; answers whether it is quicker, or needed, to make all facts. */
async function touchesMany(database: Database, { agreement, importNumber, ranks }: Refresh): Promise<boolean> {
  if (await touchImport(database, { importNumber, ranks }, keptFacts)) return true;
  const [row] = await database.query(
    `SELECT (SELECT value FROM meta WHERE key = 'facts') AS facts, (SELECT count(*) FROM touched_leads) AS touched, (SELECT count(*) FROM ${keptFacts.leads}) AS leads`,
  );
  return row?.facts !== factsSignature(agreement) || Number(row.touched) > Number(row.leads) / 4;
}

/** What the store holds now, and what is odd among the leads and opportunities that the events of an import are about. */
async function importOutcome(
  database: Database,
  source: Pick<FoldSource, 'visible' | 'hasRoots'>,
  { importNumber, isOnly }: Pick<Refresh, 'importNumber' | 'isOnly'>,
): Promise<ImportOutcome> {
  const links = `SELECT ${rootSql('l.lead', 'rl', source)} AS lead, ${rootSql('l.opportunity', 'ro', source)} AS opportunity
    FROM (SELECT * FROM links WHERE ${source.visible}) l${rootJoin('l.lead', 'rl', source)}${rootJoin('l.opportunity', 'ro', source)}`;
  const subjects = (ranks: readonly number[]) => `SELECT DISTINCT ${rootSql('e.subject', 'r', source)} AS subject
    FROM (SELECT subject FROM events WHERE import = ${importNumber} AND type IN (${integers(ranks)}) AND ${source.visible}) e${rootJoin('e.subject', 'r', source)}`;
  // All there is was told by an import that is the only one.
  const isTold = isOnly ? '' : ` AND (lead IN (SELECT lead FROM told) OR lead IN (FROM (${subjects(leadEventRanks)})))`;
  const [row] = await database.query(`
    WITH told AS MATERIALIZED (SELECT * FROM (${links}) WHERE opportunity IN (FROM (${subjects(opportunityEventRanks)})))
    SELECT
      (SELECT count(*) FROM ${keptFacts.leads} WHERE impossible${isTold}) AS impossible,
      (SELECT count(DISTINCT t.opportunity) FROM told t ANTI JOIN ${keptFacts.leads} f ON f.lead = t.lead) AS unknown,
      ${storeSizeSql}`);
  return { ...sizeOf(row), impossibleOrder: Number(row?.impossible), unknownLeads: Number(row?.unknown) };
}

const storeSizeSql = `(SELECT count(*) FROM events) AS events, (SELECT count(*) FROM ${keptFacts.leads}) AS leads`;

function sizeOf(row: Row | undefined): Pick<ImportOutcome, 'events' | 'leads'> {
  return { events: Number(row?.events), leads: Number(row?.leads) };
}

/** Events and leads that the store holds. */
export async function storeSize(database: Database): Promise<Pick<ImportOutcome, 'events' | 'leads'>> {
  const [row] = await database.query(`SELECT ${storeSizeSql}`);
  return sizeOf(row);
}
