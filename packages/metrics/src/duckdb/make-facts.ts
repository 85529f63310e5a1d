import type { Agreement } from '@sameteam/agreement';
import { stages } from '@sameteam/model';
import { keyScale, leadEventRanks, opportunityEventRanks } from '../facts/lead-fold.ts';
import { foldRanks } from '../facts/promoted.ts';
import { zoneOffsets } from '../facts/zone-days.ts';
import type { LogBounds } from '../plan/query.ts';
import { conditionTexts, exclusionSql, segmentSql, type TermNumber } from './condition-sql.ts';
import type { Database, Row } from './connection.ts';
import {
  areSingleSql,
  daySql,
  type FoldSource,
  foldKeysSql,
  foldLeadsSql,
  foldOpportunitiesSql,
  gathered,
  gatherSql,
  hasTiesSql,
  orderTiesSql,
  rootJoin,
  rootSql,
} from './fold-sql.ts';
import { leadFactColumns, opportunityFactColumns } from './schema.ts';
import { integers } from './sql-text.ts';
import { termReader } from './term-reader.ts';
import { identifiedSql, type LogState, logState, makeRoots, visibleSql } from './visible-events.ts';

/** Names of the two tables of facts. */
export interface FactTables {
  readonly leads: string;
  readonly opportunities: string;
}

/** What facts are made of, and how. */
export interface MakeFacts {
  readonly agreement: Agreement;
  /** `null` for everything that is known. */
  readonly bounds: LogBounds | null;
  /** `touched` replaces the facts of the subjects in `touched_leads(lead)` and `touched_opportunities(opportunity)`. */
  readonly touched: 'all' | 'touched';
  /** Whether the events that touched them may change facts of opportunities, beside by a lead that they bring into being. */
  readonly movesOpportunities?: boolean;
  readonly temporary: boolean;
  /** What the log holds; looked for where it is not told. */
  readonly log?: LogState;
}

/** Folds the log under bounds into two tables. Runs inside whatever transaction is open. */
export async function makeFacts(
  database: Database,
  tables: FactTables,
  { agreement, bounds, touched, movesOpportunities = true, temporary, log }: MakeFacts,
): Promise<Pick<FoldSource, 'visible' | 'hasRoots'>> {
  const state = log ?? (await logState(database, bounds));
  if (touched === 'all') {
    const create = temporary ? 'CREATE OR REPLACE TEMP TABLE' : 'CREATE OR REPLACE TABLE';
    await database.run(`${create} ${tables.leads} (${leadFactColumns.join(', ')})`);
    await database.run(`${create} ${tables.opportunities} (${opportunityFactColumns.join(', ')})`);
    if (state.isEmpty) return { visible: 'TRUE', hasRoots: false };
  }
  const visible = await visibleSql(database, bounds, state);
  const hasRoots = await makeRoots(database, visible, state);
  const numberOf = await termReader(database).numbers(conditionTexts(agreement));
  const source = foldSource(state, { agreement, visible, hasRoots, touched, numberOf });
  let before = 0;
  if (touched === 'touched') {
    if (hasRoots) await spreadTouch(database, source, tables);
    before = await database.run(`DELETE FROM ${tables.leads} WHERE lead IN (SELECT lead FROM touched_leads)`);
  }
  await database.run(`CREATE OR REPLACE TEMP TABLE opportunity_fold AS ${foldOpportunitiesSql(source)}`);
  await database.run(`CREATE OR REPLACE TEMP TABLE fold_keys AS ${foldKeysSql(source)}`);
  const { leads, ...forms } = await gather(database, source);
  await database.run(`INSERT INTO ${tables.leads} ${foldLeadsSql({ ...source, ...forms })}`);
  // Facts of opportunities name leads: they stay where nothing is said of any, and each lead was there before.
  if (touched === 'touched' && !movesOpportunities && leads === before) return { visible, hasRoots };
  if (touched === 'touched') {
    await database.run(
      `DELETE FROM ${tables.opportunities} WHERE opportunity IN (SELECT opportunity FROM touched_opportunities)`,
    );
  }
  if (state.opportunities)
    await database.run(`INSERT INTO ${tables.opportunities} ${opportunityFactsSql(source, tables)}`);
  return { visible, hasRoots };
}

/** Gathers what the leads say. @returns how the gathered tables are, and how many leads there are */
async function gather(
  database: Database,
  source: FoldSource,
): Promise<Pick<FoldSource, 'single' | 'tied'> & { readonly leads: number }> {
  for (const sql of gatherSql(source)) await database.run(sql);
  const those = (row: Row | undefined) => gathered.filter((table) => row?.[table] === true);
  // Of few leads it takes longer to ask than it spares.
  const single = source.touchedLeads === null ? those((await database.query(areSingleSql))[0]) : [];
  const [row] = await database.query(hasTiesSql(single));
  const tied = those(row);
  if (tied.length > 0) await database.run(orderTiesSql(tied));
  return { single, tied, leads: Number(row?.leads) };
}

function foldSource(
  state: LogState,
  {
    agreement,
    visible,
    hasRoots,
    touched,
    numberOf,
  }: Pick<FoldSource, 'visible' | 'hasRoots'> &
    Pick<MakeFacts, 'agreement' | 'touched'> & { readonly numberOf: TermNumber },
): FoldSource {
  return {
    visible,
    touchedLeads: touched === 'all' ? null : 'touched_leads',
    touchedOpportunities: touched === 'all' ? null : 'touched_opportunities',
    hasRoots,
    hasCorrections: state.corrections,
    hasUpdates: state.updates,
    single: [],
    tied: [],
    opportunities: 'opportunity_fold',
    offsets: zoneOffsets(agreement.timeZone, state.span),
    segment: segmentSql(agreement, numberOf),
    excluded: exclusionSql(agreement, numberOf),
  };
}

/** Widens what an import touched where records are counted as others: a record touches all that are one with it. */
async function spreadTouch(database: Database, source: FoldSource, tables: FactTables): Promise<void> {
  const members = (table: string, column: string) =>
    `SELECT ${column} FROM ${table} UNION SELECT subject FROM roots WHERE root IN (SELECT ${column} FROM ${table})`;
  const widen = (table: string, column: string, ...more: readonly string[]) =>
    `CREATE OR REPLACE TEMP TABLE ${table} AS SELECT DISTINCT ${rootSql(`t.${column}`, 'r', source)} AS ${column}
      FROM (${[`SELECT ${column} FROM ${table}`, ...more].join(' UNION ALL ')}) t${rootJoin(`t.${column}`, 'r', source)}`;
  await database.run(widen('touched_opportunities', 'opportunity'));
  await database.run(
    widen(
      'touched_leads',
      'lead',
      `SELECT lead FROM links WHERE opportunity IN (${members('touched_opportunities', 'opportunity')})`,
    ),
  );
  await database.run(
    widen(
      'touched_opportunities',
      'opportunity',
      `SELECT opportunity FROM ${tables.opportunities} WHERE lead IN (SELECT lead FROM touched_leads)`,
      `SELECT opportunity FROM links WHERE lead IN (${members('touched_leads', 'lead')})`,
    ),
  );
}

/** Facts of the folded opportunities: times, and the lead that was captured first. */
function opportunityFactsSql(source: FoldSource, tables: FactTables): string {
  const opened = `(coalesce(opened, won) // ${keyScale})`;
  const won = `(won // ${keyScale})`;
  return `
WITH candidates AS (
  SELECT o.opportunity, f.lead, f.at_captured, s.subject
  FROM (SELECT * FROM links WHERE ${source.visible}) l${rootJoin('l.lead', 'rl', source)}${rootJoin('l.opportunity', 'ro', source)}
  JOIN opportunity_fold o ON o.opportunity = ${rootSql('l.opportunity', 'ro', source)}
  JOIN ${tables.leads} f ON f.lead = ${rootSql('l.lead', 'rl', source)}
  JOIN subjects s ON s.number = f.lead
), first AS (
  SELECT opportunity, lead FROM candidates QUALIFY row_number() OVER (PARTITION BY opportunity ORDER BY at_captured NULLS LAST, subject) = 1
)
SELECT o.opportunity, ${opened}, ${won}, ${daySql(opened, source.offsets)}, ${daySql(won, source.offsets)},
  (CASE WHEN opened IS NULL AND won IS NOT NULL THEN ${1 << stages.indexOf('opportunity')} ELSE 0 END)::UTINYINT,
  amount, currency, owner_opportunity, owner_won, owner_current, first.lead
FROM opportunity_fold o LEFT JOIN first ON first.opportunity = o.opportunity`;
}

/** Events by which facts may change that they are not about. */
export const farRanks: readonly number[] = [foldRanks.linked, foldRanks.unlinked, foldRanks.retracted];

/**
 * Puts what the facts of an import depend on into the tables of touched subjects: those of its events and of the events
 * that it retracts; the leads of a touched opportunity; and the opportunities of a touched lead, whose facts name the
 * lead that was captured first.
 * @param ranks those of the import's events
 * @returns whether records were joined or parted, or a whole import retracted: then all facts may have changed
 */
export async function touchImport(
  database: Database,
  { importNumber, ranks }: { readonly importNumber: number; readonly ranks: ReadonlySet<number> },
  tables: FactTables,
): Promise<boolean> {
  const mayBeFar = farRanks.some((rank) => ranks.has(rank));
  const own = `SELECT subject, type FROM events WHERE import = ${importNumber}`;
  if (mayBeFar) {
    await database.run(`CREATE OR REPLACE TEMP TABLE touched_events AS ${own}
      UNION SELECT e.subject, e.type FROM rulings r
        JOIN sources s ON s.source = json_extract_string(r.data, '$.target.source')
        JOIN (${identifiedSql}) e ON e.source = s.number AND e.id = json_extract_string(r.data, '$.target.id')
        WHERE r.import = ${importNumber} AND r.type = ${foldRanks.retracted}`);
  }
  const touched = mayBeFar ? 'touched_events' : `(${own})`;
  const ownLeads = `SELECT subject AS lead FROM ${touched} WHERE type IN (${integers(leadEventRanks)})`;
  const ownOpportunities = `SELECT subject AS opportunity FROM ${touched} WHERE type IN (${integers(opportunityEventRanks)})`;
  await database.run(`CREATE OR REPLACE TEMP TABLE touched_leads AS WITH own AS MATERIALIZED (${ownLeads})
    SELECT lead FROM own UNION SELECT lead FROM links WHERE opportunity IN (
      ${ownOpportunities} UNION ALL SELECT opportunity FROM links WHERE lead IN (FROM own))`);
  await database.run(`CREATE OR REPLACE TEMP TABLE touched_opportunities AS ${ownOpportunities}
    UNION SELECT opportunity FROM links WHERE lead IN (FROM touched_leads)
    UNION SELECT opportunity FROM ${tables.opportunities} WHERE lead IN (FROM touched_leads)`);
  if (!mayBeFar) return false;
  const [row] = await database.query(`SELECT
    EXISTS (SELECT 1 FROM touched_events WHERE type IN (${integers(farRanks)})
      AND (type <> ${foldRanks.retracted} OR EXISTS (SELECT 1 FROM rulings r WHERE r.import = ${importNumber} AND r.type = ${foldRanks.retracted}
        AND (json_exists(r.data, '$.target.import') OR json_extract_string(r.data, '$.target.id') IN (SELECT id FROM rulings WHERE type = ${foldRanks.retracted}))))) AS far`);
  return row?.far === true;
}
