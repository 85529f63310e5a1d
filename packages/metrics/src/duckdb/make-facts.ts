import type { Agreement } from '@sameteam/agreement';
import { stages } from '@sameteam/model';
import { keyScale, leadEventRanks, opportunityEventRanks } from '../facts/lead-fold.ts';
import { foldRanks } from '../facts/promoted.ts';
import { type LinkRuling, recordRoots } from '../facts/record-roots.ts';
import { zoneOffsets } from '../facts/zone-days.ts';
import type { LogBounds } from '../plan/query.ts';
import { exclusionSql, segmentSql } from './condition-sql.ts';
import type { Database } from './connection.ts';
import { daySql, type FoldSource, foldLeadsSql, foldOpportunitiesSql } from './fold-sql.ts';
import { leadFactColumns, opportunityFactColumns } from './schema.ts';
import { integers, literal } from './sql-text.ts';

/** Names of the two tables of facts. */
export interface FactTables {
  readonly leads: string;
  readonly opportunities: string;
}

/** The subjects whose facts are made again; their tables are `touched_leads(lead)` and `touched_opportunities(opportunity)`. */
export type Touched = 'all' | 'touched';

/**
 * Folds the log under bounds into two tables. With `touched` the rows of these subjects are replaced, else the tables
 * are made. Runs inside whatever transaction is open.
 */
export async function makeFacts(
  database: Database,
  tables: FactTables,
  {
    agreement,
    bounds,
    touched,
    temporary,
  }: {
    readonly agreement: Agreement;
    readonly bounds: LogBounds | null;
    readonly touched: Touched;
    readonly temporary: boolean;
  },
): Promise<void> {
  const visible = await visibleSql(database, bounds);
  const hasRoots = await makeRoots(database, visible);
  const source = await foldSource(database, { agreement, visible, hasRoots, touched });
  if (touched === 'touched') await spreadTouch(database, { tables, hasRoots });
  await database.run(`CREATE OR REPLACE TEMP TABLE opportunity_fold AS ${foldOpportunitiesSql(source)}`);
  if (touched === 'all') {
    const create = temporary ? 'CREATE OR REPLACE TEMP TABLE' : 'CREATE OR REPLACE TABLE';
    await database.run(`${create} ${tables.leads} (${leadFactColumns.join(', ')})`);
    await database.run(`${create} ${tables.opportunities} (${opportunityFactColumns.join(', ')})`);
  } else {
    await database.run(`DELETE FROM ${tables.leads} WHERE lead IN (SELECT lead FROM touched_leads)`);
    await database.run(
      `DELETE FROM ${tables.opportunities} WHERE opportunity IN (SELECT opportunity FROM touched_opportunities)`,
    );
  }
  await database.run(`INSERT INTO ${tables.leads} ${foldLeadsSql(source)}`);
  await database.run(`INSERT INTO ${tables.opportunities} ${opportunityFactsSql(source, tables)}`);
}

/** Condition on `seq`, `import` and `time` that an event counts. Single retractions are put into `retracted(seq)`. */
async function visibleSql(database: Database, bounds: LogBounds | null): Promise<string> {
  const knownBy = bounds?.knownAtMs ?? null;
  const counts =
    knownBy === null ? 'undone IS NULL' : `recorded <= ${knownBy} AND (undone IS NULL OR undone > ${knownBy})`;
  const hidden = await database.query(`SELECT number FROM imports WHERE NOT (${counts})`);
  const numbers = hidden.map(({ number }) => Number(number));
  const conditions = numbers.length === 0 ? [] : [`import NOT IN (${integers(numbers)})`];
  await database.run(`CREATE OR REPLACE TEMP TABLE retracted AS
    SELECT DISTINCT e.seq FROM (SELECT json_extract_string(data, '$.target.source') AS source, json_extract_string(data, '$.target.id') AS id
      FROM rulings WHERE type = ${foldRanks.retracted} AND ${conditions[0] ?? 'TRUE'}) r
    JOIN sources s ON s.source = r.source JOIN events e ON e.source = s.number AND e.id = r.id`);
  const [retracted] = await database.query('SELECT count(*) AS n FROM retracted');
  if (Number(retracted?.n) > 0) conditions.push('seq NOT IN (SELECT seq FROM retracted)');
  if (bounds !== null && Number.isFinite(bounds.asOfMs)) conditions.push(`time <= ${Math.floor(bounds.asOfMs)}`);
  return conditions.length === 0 ? 'TRUE' : conditions.join(' AND ');
}

/** Fills `roots(subject, root)` with the leads that are counted as others. */
async function makeRoots(database: Database, visible: string): Promise<boolean> {
  const rows = await database.query(`SELECT r.type, r.subject, o.number AS other
    FROM (SELECT *, time * ${keyScale} + type AS key FROM rulings WHERE type IN (${foldRanks.linked}, ${foldRanks.unlinked}) AND ${visible}) r
    JOIN sources s ON s.number = r.source
    JOIN subjects m ON m.number = r.subject AND m.subject LIKE 'lead/%'
    JOIN subjects o ON o.subject = json_extract_string(r.data, '$.with') AND o.subject LIKE 'lead/%'
    ORDER BY key, s.source, r.id`);
  const rulings: readonly LinkRuling[] = rows.map(({ type, subject, other }) => ({
    linked: type === foldRanks.linked,
    subject: Number(subject),
    with: Number(other),
  }));
  await database.run('CREATE OR REPLACE TEMP TABLE roots (subject INTEGER, root INTEGER)');
  const roots = [...recordRoots(rulings)];
  for (let start = 0; start < roots.length; start += 1000) {
    const values = roots.slice(start, start + 1000).map(([subject, root]) => `(${subject}, ${root})`);
    await database.run(`INSERT INTO roots VALUES ${values.join(', ')}`);
  }
  return roots.length > 0;
}

async function foldSource(
  database: Database,
  {
    agreement,
    visible,
    hasRoots,
    touched,
  }: { readonly agreement: Agreement; readonly visible: string; readonly hasRoots: boolean; readonly touched: Touched },
): Promise<FoldSource> {
  const [present] = await database.query(`SELECT
    EXISTS (SELECT 1 FROM rulings WHERE type = ${foldRanks.reset}) AS corrections,
    EXISTS (SELECT 1 FROM captures WHERE type = ${foldRanks.updated}) AS updates,
    (SELECT min(time) FROM events) AS first, (SELECT max(time) FROM events) AS last`);
  return {
    visible,
    touchedLeads: touched === 'all' ? null : 'touched_leads',
    touchedOpportunities: touched === 'all' ? null : 'touched_opportunities',
    hasRoots,
    hasCorrections: present?.corrections === true,
    hasUpdates: present?.updates === true,
    opportunities: 'opportunity_fold',
    offsets: zoneOffsets(agreement.timeZone, { fromMs: Number(present?.first ?? 0), toMs: Number(present?.last ?? 0) }),
    segment: segmentSql(agreement),
    excluded: exclusionSql(agreement),
  };
}

/**
 * Widens what a batch touched to what its facts depend on: a touched opportunity touches the leads that are linked to
 * it, a lead all that are counted as the same, and a lead its opportunities, whose facts name the lead captured first.
 */
async function spreadTouch(
  database: Database,
  { tables, hasRoots }: { readonly tables: FactTables; readonly hasRoots: boolean },
): Promise<void> {
  const root = (column: string) =>
    hasRoots ? `coalesce((SELECT r.root FROM roots r WHERE r.subject = ${column}), ${column})` : column;
  await database.run(
    `INSERT INTO touched_leads SELECT DISTINCT lead FROM links WHERE opportunity IN (SELECT opportunity FROM touched_opportunities)`,
  );
  await database.run(
    `INSERT INTO touched_opportunities SELECT opportunity FROM ${tables.opportunities} WHERE lead IN (SELECT lead FROM touched_leads)`,
  );
  await database.run(
    `CREATE OR REPLACE TEMP TABLE touched_leads AS SELECT DISTINCT ${root('t.lead')} AS lead FROM touched_leads t`,
  );
  const members = hasRoots
    ? 'SELECT lead FROM touched_leads UNION SELECT subject FROM roots WHERE root IN (SELECT lead FROM touched_leads)'
    : 'SELECT lead FROM touched_leads';
  await database.run(
    `INSERT INTO touched_opportunities SELECT DISTINCT opportunity FROM links WHERE lead IN (${members})`,
  );
  await database.run(
    'CREATE OR REPLACE TEMP TABLE touched_opportunities AS SELECT DISTINCT opportunity FROM touched_opportunities',
  );
}

/** Facts of the folded opportunities: times, and the lead that was captured first. */
function opportunityFactsSql(source: FoldSource, tables: FactTables): string {
  const lead = source.hasRoots ? 'coalesce(r.root, l.lead)' : 'l.lead';
  const roots = source.hasRoots ? ' LEFT JOIN roots r ON r.subject = l.lead' : '';
  const opened = `(coalesce(opened, won) // ${keyScale})`;
  const won = `(won // ${keyScale})`;
  return `
WITH candidates AS (
  SELECT l.opportunity, f.lead, f.at_captured, s.subject
  FROM (SELECT * FROM links WHERE ${source.visible}) l${roots}
  SEMI JOIN opportunity_fold o ON o.opportunity = l.opportunity
  JOIN ${tables.leads} f ON f.lead = ${lead} JOIN subjects s ON s.number = f.lead
), first AS (
  SELECT opportunity, lead FROM candidates QUALIFY row_number() OVER (PARTITION BY opportunity ORDER BY at_captured NULLS LAST, subject) = 1
)
SELECT o.opportunity, ${opened}, ${won}, ${daySql(opened, source.offsets)}, ${daySql(won, source.offsets)},
  (CASE WHEN opened IS NULL AND won IS NOT NULL THEN ${1 << stages.indexOf('opportunity')} ELSE 0 END)::UTINYINT, amount, currency, owner, first.lead
FROM opportunity_fold o LEFT JOIN first ON first.opportunity = o.opportunity`;
}

/** Puts the subjects of the events of an import, and of the events that it retracts, into the tables of touched subjects. */
export async function touchImport(database: Database, importNumber: number): Promise<void> {
  await database.run(`CREATE OR REPLACE TEMP TABLE touched_events AS
    SELECT subject, type FROM events WHERE import = ${importNumber}
    UNION SELECT e.subject, e.type FROM rulings r
      JOIN sources s ON s.source = json_extract_string(r.data, '$.target.source')
      JOIN events e ON e.source = s.number AND e.id = json_extract_string(r.data, '$.target.id')
      WHERE r.import = ${importNumber} AND r.type = ${foldRanks.retracted}`);
  await database.run(
    `CREATE OR REPLACE TEMP TABLE touched_leads AS SELECT DISTINCT subject AS lead FROM touched_events WHERE type IN (${integers(leadEventRanks)})`,
  );
  await database.run(`CREATE OR REPLACE TEMP TABLE touched_opportunities AS
    SELECT DISTINCT subject AS opportunity FROM touched_events WHERE type IN (${integers(opportunityEventRanks)})
    UNION SELECT opportunity FROM links WHERE lead IN (SELECT lead FROM touched_leads)`);
}

/** What decides how facts are made: facts of another agreement are thrown away. */
export function factsSignature(agreement: Agreement): string {
  return JSON.stringify({
    zone: agreement.timeZone,
    segments: agreement.segments ?? [],
    exclusions: agreement.exclusions ?? [],
  });
}

/** Remembers which agreement the kept facts were made by. */
export async function keepSignature(database: Database, agreement: Agreement): Promise<void> {
  await database.run("DELETE FROM meta WHERE key = 'facts'");
  await database.run(`INSERT INTO meta VALUES ('facts', ${literal(factsSignature(agreement))})`);
}
