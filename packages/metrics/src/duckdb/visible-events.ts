import { keyScale } from '../facts/lead-fold.ts';
import { foldRanks } from '../facts/promoted.ts';
import { type LinkRuling, recordRoots } from '../facts/record-roots.ts';
import { type Retraction, standingRetractions } from '../facts/standing-retractions.ts';
import type { LogBounds } from '../plan/reduction.ts';
import type { Database } from './connection.ts';
import { integers } from './sql-text.ts';

/** The order of rulings `r` with their sources `s`. */
const inOrder = `ORDER BY r.time * ${keyScale} + r.type, s.source, r.id`;

/** What of the log decides how it is read: what there is none of is not looked for. */
export interface LogState {
  readonly retractions: boolean;
  readonly links: boolean;
  /** Whether there is no event at all. */
  readonly isEmpty: boolean;
  /** Imports that do not count, in SQL; empty for none. */
  readonly hidden: string;
  /** From the first event to the last, UTC milliseconds; 1970 for an empty log. */
  readonly span: { readonly fromMs: number; readonly toMs: number };
}

function isRecordedSql(bounds: LogBounds | null): string {
  const knownBy = bounds?.knownAtMs ?? null;
  return knownBy === null ? 'undone IS NULL' : `recorded <= ${knownBy} AND (undone IS NULL OR undone > ${knownBy})`;
}

/** Looks what the log holds, in one look: a statement costs a millisecond whatever it asks. */
export async function logState(database: Database, bounds: LogBounds | null): Promise<LogState> {
  const has = (...ranks: readonly number[]) => `EXISTS (SELECT 1 FROM rulings WHERE type IN (${integers(ranks)}))`;
  const [row] = await database.query(`SELECT ${has(foldRanks.retracted)} AS retractions,
    ${has(foldRanks.linked, foldRanks.unlinked)} AS links,
    (SELECT string_agg(number::VARCHAR, ', ') FROM imports WHERE NOT (${isRecordedSql(bounds)})) AS hidden,
    (SELECT min(first) FROM imports) AS first, (SELECT max(last) FROM imports) AS last`);
  return {
    retractions: row?.retractions === true,
    links: row?.links === true,
    isEmpty: row?.first == null,
    hidden: String(row?.hidden ?? ''),
    span: { fromMs: Number(row?.first ?? 0), toMs: Number(row?.last ?? 0) },
  };
}

/** What a log holds with an import more, that has brought events of those ranks between two instants. */
export function grownLog(
  log: LogState,
  { ranks, fromMs, toMs }: { readonly ranks: ReadonlySet<number>; readonly fromMs: number; readonly toMs: number },
): LogState {
  if (ranks.size === 0) return log;
  const { span } = log;
  return {
    ...log,
    retractions: log.retractions || ranks.has(foldRanks.retracted),
    links: log.links || ranks.has(foldRanks.linked) || ranks.has(foldRanks.unlinked),
    isEmpty: false,
    span: log.isEmpty ? { fromMs, toMs } : { fromMs: Math.min(span.fromMs, fromMs), toMs: Math.max(span.toMs, toMs) },
  };
}

/**
 * The condition on `seq`, `import` and `time` that an event counts under bounds; `TRUE` for all. What is retracted is
 * put into the temporary table `retracted(seq, import)`.
 */
export async function visibleSql(
  database: Database,
  bounds: LogBounds | null,
  { retractions, hidden }: Pick<LogState, 'retractions' | 'hidden'>,
): Promise<string> {
  const conditions = hidden === '' ? [] : [`import NOT IN (${hidden})`];
  if (retractions) {
    await keepRetracted(database, isRecordedSql(bounds));
    const [found] = await database.query(`SELECT count(seq) AS events,
      (SELECT string_agg(number::VARCHAR, ', ') FROM imports WHERE id IN (SELECT import FROM retracted WHERE import IS NOT NULL)) AS imports FROM retracted`);
    if (found?.imports != null) conditions.push(`import NOT IN (${String(found.imports)})`);
    if (Number(found?.events) > 0) conditions.push('seq NOT IN (SELECT seq FROM retracted WHERE seq IS NOT NULL)');
  }
  if (bounds !== null && Number.isFinite(bounds.asOfMs)) conditions.push(`time <= ${Math.floor(bounds.asOfMs)}`);
  return conditions.length === 0 ? 'TRUE' : conditions.join(' AND ');
}

/** Events with the id by which another one may name them. */
export const identifiedSql =
  'SELECT e.seq, e.subject, e.type, e.source, x.id FROM events e JOIN event_texts x ON x.seq = e.seq';

/** Fills `retracted(seq, import)` with what the retractions that stand take back. */
async function keepRetracted(database: Database, isRecorded: string): Promise<void> {
  await database.run(`CREATE OR REPLACE TEMP TABLE retracting AS
    SELECT r.seq AS ruling, r.import AS ruling_import, e.seq, e.type, json_extract_string(r.data, '$.target.import') AS import
    FROM (SELECT * FROM rulings WHERE type = ${foldRanks.retracted} AND import IN (SELECT number FROM imports WHERE ${isRecorded})) r
    LEFT JOIN sources ts ON ts.source = json_extract_string(r.data, '$.target.source')
    LEFT JOIN (${identifiedSql}) e ON e.source = ts.number AND e.id = json_extract_string(r.data, '$.target.id')`);
  const [nested] = await database.query(
    `SELECT count(*) AS n FROM retracting WHERE type = ${foldRanks.retracted} OR import IS NOT NULL`,
  );
  if (Number(nested?.n) > 0) await dropTakenBack(database);
  await database.run('CREATE OR REPLACE TEMP TABLE retracted AS SELECT DISTINCT seq, import FROM retracting');
}

/** Retractions that were retracted themselves are few: they are resolved where the rule is written. */
async function dropTakenBack(database: Database): Promise<void> {
  const rows = await database.query(`SELECT t.ruling, t.seq, t.import, i.id AS origin FROM retracting t
    JOIN rulings r ON r.seq = t.ruling JOIN sources s ON s.number = r.source JOIN imports i ON i.number = t.ruling_import ${inOrder}`);
  const rulings = new Map<number, Retraction & { readonly targets: number[] }>();
  for (const { ruling, seq, import: target, origin } of rows) {
    const event = Number(ruling);
    const known = rulings.get(event) ?? {
      event,
      targets: [],
      from: String(origin),
      import: target === null ? null : String(target),
    };
    if (seq !== null) known.targets.push(Number(seq));
    rulings.set(event, known);
  }
  const standing = standingRetractions([...rulings.values()]).map(({ event }) => event);
  await database.run(
    `DELETE FROM retracting WHERE ruling NOT IN (${standing.length === 0 ? '-1' : integers(standing)})`,
  );
}

/** The temporary table that `makeRoots` fills, empty until then. */
export const rootsTable = 'CREATE TEMP TABLE roots (subject INTEGER, root INTEGER)';

/** Kinds of records of which two can be one. */
const kinds = ['lead', 'contact', 'company', 'opportunity'] as const;

/**
 * Fills the temporary table `roots(subject, root)` with the records that are counted as others.
 * @returns the same by subject
 */
export async function makeRoots(
  database: Database,
  visible: string,
  { links }: Pick<LogState, 'links'>,
): Promise<ReadonlyMap<number, number>> {
  if (!links) return new Map();
  await database.run('DELETE FROM roots');
  const areOfOneKind = kinds
    .map((kind) => `(starts_with(m.subject, '${kind}/') AND starts_with(o.subject, '${kind}/'))`)
    .join(' OR ');
  const rows = await database.query(`SELECT r.type, r.subject, o.number AS other
    FROM (SELECT * FROM rulings WHERE type IN (${foldRanks.linked}, ${foldRanks.unlinked}) AND ${visible}) r
    JOIN sources s ON s.number = r.source
    JOIN subjects m ON m.number = r.subject
    JOIN subjects o ON o.subject = json_extract_string(r.data, '$.with')
    WHERE ${areOfOneKind}
    ${inOrder}`);
  const rulings: readonly LinkRuling[] = rows.map(({ type, subject, other }) => ({
    linked: type === foldRanks.linked,
    subject: Number(subject),
    with: Number(other),
  }));
  const roots = recordRoots(rulings);
  const values = Array.from(roots, ([subject, root]) => `(${subject}, ${root})`);
  for (let start = 0; start < values.length; start += 1000)
    await database.run(`INSERT INTO roots VALUES ${values.slice(start, start + 1000).join(', ')}`);
  return roots;
}

/** Fills `roots` by all that is known; answers the condition that an event counts. */
export async function countedAs(database: Database, state: LogState): Promise<string> {
  const visible = await visibleSql(database, null, state);
  await makeRoots(database, visible, state);
  return visible;
}
