import { eventRank, stages } from '@sameteam/model';
import { keyScale, leadEventRanks, leadFold } from '../facts/lead-fold.ts';
import { foldRanks } from '../facts/promoted.ts';
import type { ZoneOffset } from '../facts/zone-days.ts';
import { captureColumn, lastColumn } from './schema.ts';
import { integers } from './sql-text.ts';

/** Tables that what the leads say is gathered into. */
export type GatheredTable = 'fold_captures' | 'fold_lasts';

/** What the SQL of a fold depends on. */
export interface FoldSource {
  /** Condition on `seq`, `import` and `time` that an event counts; `TRUE` for all. */
  readonly visible: string;
  /** Name of a table of touched leads (`lead`), or `null` for all. */
  readonly touchedLeads: string | null;
  /** Name of a table of touched opportunities (`opportunity`), or `null` for all. */
  readonly touchedOpportunities: string | null;
  /** Whether a table `roots(subject, root)` says that some leads are counted as others. */
  readonly hasRoots: boolean;
  readonly hasCorrections: boolean;
  readonly hasUpdates: boolean;
  /** The gathered tables in which every lead is known to have one event at most. */
  readonly single: readonly GatheredTable[];
  /** The gathered tables some of whose events share lead, type and instant: `fold_ties(seq, source_text, id)` orders them. */
  readonly tied: readonly GatheredTable[];
  /** Table of opportunity folds: `opportunity, opened, won` keys and values. */
  readonly opportunities: string;
  readonly offsets: readonly ZoneOffset[];
  /** SQL of the segment and of the exclusion of a lead, over its capture columns. */
  readonly segment: string;
  readonly excluded: string;
}

const key = `(time * ${keyScale} + type)`;

/** The local day of an instant. Days before 1970 are kept positive while dividing, since that cuts towards zero. */
export function daySql(time: string, offsets: readonly ZoneOffset[]): string {
  return `(((${time}) + ${offsetSql(time, offsets)} + 86400000000) // 86400000 - 1000)::INTEGER`;
}

/** A balanced tree of comparisons, so that a long history of a zone costs its logarithm. */
function offsetSql(time: string, offsets: readonly ZoneOffset[]): string {
  const [first] = offsets;
  if (offsets.length <= 1) return String(first?.offsetMs ?? 0);
  const middle = offsets.length >> 1;
  const later = offsets.slice(middle);
  return `CASE WHEN ${time} < ${later[0]?.fromMs} THEN ${offsetSql(time, offsets.slice(0, middle))} ELSE ${offsetSql(time, later)} END`;
}

/** Rows of a table of events with `lead`, the record that their subject is counted as. */
function leadRowsSql(table: string, columns: string, where: string, source: FoldSource): string {
  const touched =
    source.touchedLeads === null
      ? ''
      : ` SEMI JOIN ${source.touchedLeads} t ON t.lead = ${source.hasRoots ? 'coalesce(r.root, e.subject)' : 'e.subject'}`;
  const roots = source.hasRoots ? ' LEFT JOIN roots r ON r.subject = e.subject' : '';
  const lead = source.hasRoots ? 'coalesce(r.root, e.subject)' : 'e.subject';
  return `SELECT ${lead} AS lead, ${columns} FROM (SELECT * FROM ${table} WHERE ${where} AND ${source.visible}) e${roots}${touched}`;
}

/**
 * Gathers what the leads at hand say into `fold_captures` and `fold_lasts`, without the texts that only ties need: at
 * 10 M events reading them took as long as all the rest of a refresh.
 */
export function gatherSql(source: FoldSource): readonly string[] {
  // In the narrow tables 0 is no term; from here on that is NULL.
  const term = (column: string) => `nullif(${column}, 0) AS ${column}`;
  const captures = leadFold.capture.map(({ name }) => term(captureColumn(name))).join(', ');
  return [
    `CREATE OR REPLACE TEMP TABLE fold_captures AS ${leadRowsSql('captures', `e.seq, e.type, ${key} AS key, said, ${captures}`, 'TRUE', source)}`,
    `CREATE OR REPLACE TEMP TABLE fold_lasts AS ${leadRowsSql('lasts', `e.seq, e.type, ${key} AS key, ${term('value')}`, 'TRUE', source)}`,
  ];
}

/** All of them. */
export const gathered: readonly GatheredTable[] = ['fold_captures', 'fold_lasts'];

/** In which tables every lead has one event at most, quicker to see of many leads than ties. */
export const areSingleSql = `SELECT ${gathered
  .map((table) => `(SELECT count(*) = count(DISTINCT lead) FROM ${table}) AS ${table}`)
  .join(', ')}`;

/** How many leads were folded, and in which tables any event shares lead, type and instant with another, the key holding both; quicker than finding which. */
export function hasTiesSql(single: readonly GatheredTable[]): string {
  const ties = gathered.map((table) =>
    single.includes(table)
      ? `FALSE AS ${table}`
      : `EXISTS (SELECT 1 FROM ${table} GROUP BY lead, key HAVING count(*) > 1) AS ${table}`,
  );
  return `SELECT ${ties.join(', ')}, (SELECT count(*) FROM fold_keys) AS leads`;
}

/** Fetches what orders the tied events of those tables, texts that at 10 M events are read for these few only. */
export function orderTiesSql(tables: readonly GatheredTable[]): string {
  const tied = tables.map((table) => `SELECT seq FROM ${table} QUALIFY count(*) OVER (PARTITION BY lead, key) > 1`);
  return `CREATE OR REPLACE TEMP TABLE fold_ties AS
    SELECT e.seq, s.source AS source_text, x.id FROM events e SEMI JOIN (${tied.join(' UNION ALL ')}) t ON t.seq = e.seq
      JOIN event_texts x ON x.seq = e.seq JOIN sources s ON s.number = e.source`;
}

/** Folds opportunities: `opportunity, opened, won, amount, currency`, and the owners at both stages and at as-of. */
export function foldOpportunitiesSql(source: FoldSource): string {
  const root = source.hasRoots ? 'coalesce(r.root, d.subject)' : 'd.subject';
  const roots = source.hasRoots ? ' LEFT JOIN roots r ON r.subject = d.subject' : '';
  const touched =
    source.touchedOpportunities === null
      ? ''
      : ` SEMI JOIN ${source.touchedOpportunities} t ON t.opportunity = ${root}`;
  const owner = (bound: string) => `arg_max_null(owner, place) FILTER (owner_said${bound})`;
  return `
WITH log AS (
  SELECT ${root} AS opportunity, d.type, ${key} AS key, amount_said, amount, currency, owner_said, nullif(owner, 0) AS owner,
    row_number() OVER (PARTITION BY ${root} ORDER BY ${key}, s.source, d.id) AS place
  FROM (SELECT * FROM deals WHERE ${source.visible}) d JOIN sources s ON s.number = d.source${roots}${touched}
), reopened AS (
  SELECT opportunity, max(key) AS key FROM log WHERE type = ${foldRanks.reopened} GROUP BY opportunity
), keys AS (
  SELECT log.opportunity,
    min(log.key) FILTER (log.type = ${foldRanks.opened}) AS opened,
    min(log.key) FILTER (log.type = ${foldRanks.won} AND (reopened.key IS NULL OR log.key > reopened.key)) AS won
  FROM log LEFT JOIN reopened ON reopened.opportunity = log.opportunity
  GROUP BY log.opportunity
)
SELECT keys.opportunity, any_value(opened) AS opened, any_value(won) AS won,
  arg_max_null(amount, place) FILTER (amount_said) AS amount,
  arg_max_null(currency, place) FILTER (amount_said) AS currency,
  ${owner(' AND key <= coalesce(opened, won)')} AS owner_opportunity,
  ${owner(' AND key <= won')} AS owner_won,
  ${owner('')} AS owner_current
FROM keys JOIN log ON log.opportunity = keys.opportunity
GROUP BY keys.opportunity`;
}

/**
 * Folds the stages of leads: `lead`, the key of each stage as `e_<stage>`, `implied`, `impossible`. A table of its own,
 * since all that follows needs it: as a common table expression it was made again for each use, with a scan of the log.
 */
export function foldKeysSql(source: FoldSource): string {
  const own = leadFold.stages.filter((fold) => fold.of === 'lead');
  const afterCorrection = (stage: string, at: string) =>
    source.hasCorrections ? ` AND (c_${stage} IS NULL OR ${at} > c_${stage})` : '';
  const corrections = `corrections AS (
  SELECT lead, ${stages.map((stage, index) => `max(key) FILTER (target < ${index}) AS c_${stage}`).join(', ')}
  FROM (${leadRowsSql(correctionsOf(), `${key} AS key, target`, 'TRUE', source)}) GROUP BY lead
), `;
  const joinCorrections = source.hasCorrections ? ' LEFT JOIN corrections USING (lead)' : '';
  const raw = (stage: string) => `k_${stage}`;
  const effective = (index: number) =>
    index === stages.length - 1 ? raw('won') : `coalesce(${stages.slice(index).map(raw).join(', ')})`;
  return `
WITH ${source.hasCorrections ? corrections : ''}own AS (
  SELECT lead, ${own.map(({ stage, event }) => `min(key) FILTER (type = ${eventRank(event)}${afterCorrection(stage, 'key')}) AS k_${stage}`).join(', ')}
  FROM (${leadRowsSql('events', `e.type, ${key} AS key`, `type IN (${integers(leadEventRanks)})`, source)})${joinCorrections}
  GROUP BY lead
), linked AS (
  SELECT lead, CASE WHEN opened <= coalesce(opened_by_win, opened) THEN opened END AS k_opportunity, won AS k_won
  FROM (
    SELECT lead, min(opened)${filter(afterCorrection('opportunity', 'opened'))} AS opened, min(won)${filter(afterCorrection('won', 'won'))} AS won,
      -- The first win of an opportunity that was never said to be opened, and so passed its opening by then.
      min(won) FILTER (opened IS NULL${afterCorrection('won', 'won')}) AS opened_by_win
    FROM (SELECT ${rootSql('l.lead', 'rl', source)} AS lead, opened, won
      FROM (SELECT * FROM links WHERE ${source.visible}) l${rootJoin('l.lead', 'rl', source)}${rootJoin('l.opportunity', 'ro', source)}
      JOIN ${source.opportunities} o ON o.opportunity = ${rootSql('l.opportunity', 'ro', source)})${joinCorrections}
    GROUP BY lead
  )
), raws AS (
  SELECT own.*, linked.k_opportunity, linked.k_won FROM own LEFT JOIN linked ON linked.lead = own.lead
)
  SELECT lead, ${stages.map((stage, index) => `${effective(index)} AS e_${stage}`).join(', ')},
    (${stages
      .slice(0, -1)
      .map(
        (stage, index) =>
          `CASE WHEN ${raw(stage)} IS NULL AND ${effective(index)} IS NOT NULL THEN ${1 << index} ELSE 0 END`,
      )
      .join(' + ')})::UTINYINT AS implied,
    ${impossibleSql()} AS impossible
  FROM raws`;
}

/** Folds leads into the columns of `leadFactColumns`, of `fold_keys` and what was gathered. */
export function foldLeadsSql(source: FoldSource): string {
  const lasts = leadFold.last.map((fold) => lastCte(fold.name, eventRank(fold.event), source));
  return `
WITH first AS (${firstCapturesSql(source)})${source.hasUpdates ? `, ${updatesCte(source)}` : ''}, ${lasts.join(', ')}
, facts AS (
  SELECT keys.lead,
    ${stages.map((stage) => `e_${stage} // ${keyScale} AS at_${stage}`).join(', ')},
    implied, impossible,
    ${leadFold.capture.map(({ name }) => captureValue(captureColumn(name), source)).join(', ')},
    ${leadFold.last.flatMap(({ name }) => [...stages, 'current'].map((at) => lastColumn(name, at))).join(', ')}
  FROM fold_keys keys LEFT JOIN first ON first.lead = keys.lead${source.hasUpdates ? ' LEFT JOIN updates ON updates.lead = keys.lead' : ''}
    ${leadFold.last.map(({ name }) => `LEFT JOIN last_${name} ON last_${name}.lead = keys.lead`).join(' ')}
)
SELECT lead, ${stages.map((stage) => `at_${stage}`).join(', ')},
  ${stages.map((stage) => `${daySql(`at_${stage}`, source.offsets)} AS day_${stage}`).join(', ')},
  implied, impossible, ${leadFold.capture.map(({ name }) => captureColumn(name)).join(', ')},
  ${leadFold.last.flatMap(({ name }) => [...stages, 'current'].map((at) => lastColumn(name, at))).join(', ')},
  ${source.segment} AS segment, ${source.excluded} AS excluded
FROM facts`;
}

/** The first capture of each lead. Places are only counted where keys alone do not order: a window costs a sort. */
function firstCapturesSql(source: FoldSource): string {
  const columns = leadFold.capture.map(({ name }) => captureColumn(name));
  const captured = `type = ${foldRanks.captured}`;
  if (source.single.includes('fold_captures'))
    return `SELECT lead, key, ${columns.join(', ')} FROM fold_captures WHERE ${captured}`;
  if (source.tied.includes('fold_captures')) {
    return `SELECT lead, key, ${columns.join(', ')} FROM (${ordered('fold_captures', captured, columns, source)}) WHERE place = 1`;
  }
  return `SELECT c.lead, c.key, ${columns.map((column) => `c.${column}`).join(', ')} FROM fold_captures c
    SEMI JOIN (SELECT lead, min(key) AS key FROM fold_captures WHERE ${captured} GROUP BY lead) f ON f.lead = c.lead AND f.key = c.key
    WHERE c.${captured}`;
}

/** The record that a subject is counted as, and the join that finds it. */
export function rootSql(column: string, alias: string, { hasRoots }: Pick<FoldSource, 'hasRoots'>): string {
  return hasRoots ? `coalesce(${alias}.root, ${column})` : column;
}

/** The join that `rootSql` reads from. */
export function rootJoin(column: string, alias: string, { hasRoots }: Pick<FoldSource, 'hasRoots'>): string {
  return hasRoots ? ` LEFT JOIN roots ${alias} ON ${alias}.subject = ${column}` : '';
}

function filter(afterCorrection: string): string {
  return afterCorrection === '' ? '' : ` FILTER (TRUE${afterCorrection})`;
}

/** Corrections among the rulings, with the index of the stage that they set back to. */
function correctionsOf(): string {
  const target = stages.map((stage, index) => `WHEN '${stage}' THEN ${index}`).join(' ');
  return `(SELECT *, CASE json_extract_string(data, '$.to') ${target} END AS target FROM rulings
    WHERE type = ${foldRanks.reset} AND json_extract_string(data, '$.kind') = 'correction')`;
}

/** Whether a later stage has an earlier time, both with an event of their own. */
function impossibleSql(): string {
  const pairs = stages.flatMap((later, index) =>
    stages.slice(0, index).map((earlier) => `coalesce(k_${later} // ${keyScale} < k_${earlier} // ${keyScale}, FALSE)`),
  );
  return `(${pairs.join(' OR ')})`;
}

/**
 * Gathered rows with their place in the total order of their lead, texts as UTF-8 bytes. Where nothing ties, the key is
 * the place.
 */
function ordered(table: GatheredTable, where: string, columns: readonly string[], { tied }: FoldSource): string {
  const select = `SELECT lead, ${columns.join(', ')}, key`;
  if (!tied.includes(table)) return `${select}, key AS place FROM ${table} WHERE ${where}`;
  return `${select}, row_number() OVER (PARTITION BY lead ORDER BY key, source_text, id) AS place
    FROM ${table} LEFT JOIN fold_ties USING (seq) WHERE ${where}`;
}

function updatesCte(source: FoldSource): string {
  const columns = leadFold.capture.map(({ name }) => captureColumn(name));
  const said = columns.map(
    (column, index) =>
      `arg_max_null(u.${column}, u.place) FILTER ((said & ${1 << index}) <> 0) AS ${column}, coalesce(bool_or((said & ${1 << index}) <> 0), FALSE) AS said_${column}`,
  );
  return `updates AS (
  SELECT u.lead, ${said.join(', ')}
  FROM (${ordered('fold_captures', `type = ${foldRanks.updated}`, ['said', ...columns], source)}) u
  LEFT JOIN first ON first.lead = u.lead
  WHERE first.key IS NULL OR u.key > first.key
  GROUP BY u.lead
)`;
}

function captureValue(column: string, source: FoldSource): string {
  return source.hasUpdates
    ? `CASE WHEN updates.said_${column} THEN updates.${column} ELSE first.${column} END AS ${column}`
    : `first.${column} AS ${column}`;
}

function lastCte(name: string, rank: number, source: FoldSource): string {
  const at = stages.map(
    (stage) => `arg_max_null(value, place) FILTER (a.key <= keys.e_${stage}) AS ${lastColumn(name, stage)}`,
  );
  return `last_${name} AS (
  SELECT a.lead, ${at.join(', ')}, arg_max_null(value, place) AS ${lastColumn(name, 'current')}
  FROM (${ordered('fold_lasts', `type = ${rank}`, ['value'], source)}) a JOIN fold_keys keys ON keys.lead = a.lead
  GROUP BY a.lead
)`;
}
