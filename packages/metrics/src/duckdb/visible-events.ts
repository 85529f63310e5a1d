import { keyScale } from '../facts/lead-fold.ts';
import { foldRanks } from '../facts/promoted.ts';
import { type LinkRuling, recordRoots } from '../facts/record-roots.ts';
import { type Retraction, standingRetractions } from '../facts/standing-retractions.ts';
import type { LogBounds } from '../plan/query.ts';
import type { Database } from './connection.ts';
import { integers } from './sql-text.ts';

/** The order of rulings `r` with their sources `s`. */
const inOrder = `ORDER BY r.time * ${keyScale} + r.type, s.source, r.id`;

/** Which kinds of rulings and of late corrections the store holds: what there is none of is not looked for. */
export interface Present {
  readonly retractions: boolean;
  readonly links: boolean;
  readonly corrections: boolean;
  readonly updates: boolean;
}

/** Looks which kinds of rulings there are. */
export async function presentRulings(database: Database): Promise<Present> {
  const [row] = await database.query(`SELECT
    count(*) FILTER (type = ${foldRanks.retracted}) AS retractions, count(*) FILTER (type IN (${foldRanks.linked}, ${foldRanks.unlinked})) AS links,
    count(*) FILTER (type = ${foldRanks.reset}) AS corrections,
    EXISTS (SELECT 1 FROM captures WHERE type = ${foldRanks.updated}) AS updates FROM rulings`);
  return {
    retractions: Number(row?.retractions) > 0,
    links: Number(row?.links) > 0,
    corrections: Number(row?.corrections) > 0,
    updates: row?.updates === true,
  };
}

/**
 * The condition on `seq`, `import` and `time` that an event counts under bounds; `TRUE` for all. What is retracted is
 * put into the temporary table `retracted(seq, import)`.
 */
export async function visibleSql(database: Database, bounds: LogBounds | null, present: Present): Promise<string> {
  const knownBy = bounds?.knownAtMs ?? null;
  const isRecorded =
    knownBy === null ? 'undone IS NULL' : `recorded <= ${knownBy} AND (undone IS NULL OR undone > ${knownBy})`;
  if (present.retractions) await keepRetracted(database, isRecorded);
  const retractedImports = present.retractions
    ? ' OR id IN (SELECT import FROM retracted WHERE import IS NOT NULL)'
    : '';
  const hidden = await database.query(`SELECT number FROM imports WHERE NOT (${isRecorded})${retractedImports}`);
  const conditions =
    hidden.length === 0 ? [] : [`import NOT IN (${integers(hidden.map(({ number }) => Number(number)))})`];
  if (present.retractions) {
    const [retracted] = await database.query('SELECT count(seq) AS n FROM retracted');
    if (Number(retracted?.n) > 0) conditions.push('seq NOT IN (SELECT seq FROM retracted WHERE seq IS NOT NULL)');
  }
  if (bounds !== null && Number.isFinite(bounds.asOfMs)) conditions.push(`time <= ${Math.floor(bounds.asOfMs)}`);
  return conditions.length === 0 ? 'TRUE' : conditions.join(' AND ');
}

/** Fills `retracted(seq, import)` with what the retractions that stand take back. */
async function keepRetracted(database: Database, isRecorded: string): Promise<void> {
  await database.run(`CREATE OR REPLACE TEMP TABLE retracting AS
    SELECT r.seq AS ruling, r.import AS ruling_import, e.seq, e.type, json_extract_string(r.data, '$.target.import') AS import
    FROM (SELECT * FROM rulings WHERE type = ${foldRanks.retracted} AND import IN (SELECT number FROM imports WHERE ${isRecorded})) r
    LEFT JOIN sources ts ON ts.source = json_extract_string(r.data, '$.target.source')
    LEFT JOIN events e ON e.source = ts.number AND e.id = json_extract_string(r.data, '$.target.id')`);
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

/**
 * Fills the temporary table `roots(subject, root)` with the leads and opportunities that are counted as others.
 * @returns whether there are any
 */
export async function makeRoots(database: Database, visible: string, present: Present): Promise<boolean> {
  await database.run('CREATE OR REPLACE TEMP TABLE roots (subject INTEGER, root INTEGER)');
  if (!present.links) return false;
  const rows = await database.query(`SELECT r.type, r.subject, o.number AS other
    FROM (SELECT * FROM rulings WHERE type IN (${foldRanks.linked}, ${foldRanks.unlinked}) AND ${visible}) r
    JOIN sources s ON s.number = r.source
    JOIN subjects m ON m.number = r.subject
    JOIN subjects o ON o.subject = json_extract_string(r.data, '$.with')
    WHERE (m.subject LIKE 'lead/%' AND o.subject LIKE 'lead/%') OR (m.subject LIKE 'opportunity/%' AND o.subject LIKE 'opportunity/%')
    ${inOrder}`);
  const rulings: readonly LinkRuling[] = rows.map(({ type, subject, other }) => ({
    linked: type === foldRanks.linked,
    subject: Number(subject),
    with: Number(other),
  }));
  const roots = [...recordRoots(rulings)];
  for (let start = 0; start < roots.length; start += 1000) {
    const values = roots.slice(start, start + 1000).map(([subject, root]) => `(${subject}, ${root})`);
    await database.run(`INSERT INTO roots VALUES ${values.join(', ')}`);
  }
  return roots.length > 0;
}
