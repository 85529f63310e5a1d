import { appendColumns, integers32, integers64, temporary } from './append-columns.ts';
import type { Database, Row } from './connection.ts';
import { readNumbers, readTexts } from './read-numbers.ts';
import { integers } from './sql-text.ts';

/**
 * Events of subjects, found without going through the log: each row holds those of four subjects as one text, and an index
 * finds the rows of a subject. A log that grows by this many events beyond what stands there is added when it does; until
 * then the end of the log is gone through. Small stores have none of it. See decision 27.
 */
const mostUnkept = 5_000_000;

/** Events that are added at once, so that what is in memory at a time is bounded. */
const keptAtOnce = 4_000_000;

/** Subjects that are looked for one by one; for more, the log is gone through. */
const mostLookedUp = 5000;

const tables: readonly string[] = [
  'CREATE TABLE IF NOT EXISTS kept_stories (block INTEGER, events VARCHAR USING COMPRESSION fsst)',
  'CREATE INDEX IF NOT EXISTS kept_stories_block ON kept_stories (block)',
  'CREATE TABLE IF NOT EXISTS kept_texts (block INTEGER, first INTEGER, texts VARCHAR USING COMPRESSION fsst)',
  'CREATE INDEX IF NOT EXISTS kept_texts_block ON kept_texts (block)',
];

const blockBits = 2;
const blockSql = (column: string) => `${column} >> ${blockBits}`;

/** Up to where a store keeps stories; 0 for nowhere. */
export interface KeptUpTo {
  readonly seq: number;
  /** Number of a subject. */
  readonly subject: number;
}

const upToSql = "SELECT value FROM meta WHERE key = 'stories'";

/** Looks up to where stories are kept. */
export async function keptUpTo(database: Database): Promise<KeptUpTo> {
  const [row] = await database.query(upToSql);
  return upToOf(row?.value ?? null);
}

function upToOf(value: Row[string]): KeptUpTo {
  const [seq = 0, subject = 0] = String(value ?? '0 0')
    .split(' ')
    .map(Number);
  return { seq, subject };
}

/**
 * Adds the end of the log to the stories that are kept, where it has become long. Runs in whatever transaction is open.
 * @param options.last number of the last event, where it is known: a short log is not looked at
 * @param options.unkept events that the end of the log has at most
 * @param options.atOnce events that are added at once
 */
export async function keepStories(
  database: Database,
  {
    last: lastSeq = Number.POSITIVE_INFINITY,
    unkept = mostUnkept,
    atOnce = keptAtOnce,
  }: { readonly last?: number; readonly unkept?: number; readonly atOnce?: number } = {},
): Promise<void> {
  if (lastSeq <= unkept) return;
  const [now] = await database.query(`SELECT (${upToSql}) AS kept, (SELECT count(*) FROM events) AS events`);
  const kept = upToOf(now?.kept ?? null);
  if (Number(now?.events) - kept.seq <= unkept) return;
  const [ends] = await database.query(
    `SELECT (SELECT max(seq) FROM events WHERE seq > ${kept.seq}) AS seq, (SELECT max(number) FROM subjects) AS subject`,
  );
  const last: KeptUpTo = { seq: Number(ends?.seq), subject: Number(ends?.subject) };
  for (const sql of tables) await database.run(sql);
  const step = Math.ceil((last.subject + 1) / Math.ceil((last.seq - kept.seq) / atOnce) / 4) * 4;
  for (let from = 0; from <= last.subject; from += step) {
    const those = (column: string) => `${column} >= ${from} AND ${column} < ${from + step}`;
    await database.run(`INSERT INTO kept_stories
      SELECT ${blockSql('subject')}, string_agg(concat_ws(' ', subject, seq, import, type, time, says), ' ')
        FROM events WHERE seq > ${kept.seq} AND ${those('subject')} GROUP BY 1`);
    await database.run(`INSERT INTO kept_texts
      SELECT ${blockSql('number')}, min(number), string_agg(subject, chr(0) ORDER BY number)
        FROM subjects WHERE number > ${kept.subject} AND ${those('number')} GROUP BY 1 HAVING count(*) = max(number) - min(number) + 1`);
  }
  await database.run("DELETE FROM meta WHERE key = 'stories'");
  await database.run("INSERT INTO meta VALUES ('stories', $1)", [`${last.seq} ${last.subject}`]);
}

/** Whether so many subjects are looked for one by one. */
export function areFew(subjects: ArrayLike<number>): boolean {
  return subjects.length <= mostLookedUp;
}

/** Columns of events: subject, time, type, says, seq. */
export type KeptEvents = readonly [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

/**
 * The events of few subjects that are kept and count.
 * @param visible condition on `seq`, `import` and `time` that an event counts
 */
export async function keptEvents(
  database: Database,
  subjects: ArrayLike<number>,
  { visible }: { readonly visible: string },
): Promise<KeptEvents> {
  const [text = ''] = await readTexts(
    database,
    `SELECT string_agg(events, ' ') FROM kept_stories WHERE block ${amongBlocks(subjects)}`,
  );
  const wanted = new Set(Array.from(subjects));
  const found: number[][] = [[], [], [], [], [], []];
  const [subject, seq, imports, type, time, says] = found as [
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  const fields = text === '' ? [] : text.split(' ');
  for (let at = 0; at < fields.length; at += 6) {
    const number = Number(fields[at]);
    if (!wanted.has(number)) continue;
    subject.push(number);
    seq.push(Number(fields[at + 1]));
    imports.push(Number(fields[at + 2]));
    type.push(Number(fields[at + 3]));
    time.push(Number(fields[at + 4]));
    says.push(Number(fields[at + 5]));
  }
  const columns = [subject, time, type, says, seq].map((column) => Float64Array.from(column));
  if (visible === 'TRUE') return columns as unknown as KeptEvents;
  const counted = await countedAmong(database, { seq, imports, time }, visible);
  return columns.map((column) => column.filter((_, at) => counted.has(seq[at] as number))) as unknown as KeptEvents;
}

/** Those of some events that count. */
async function countedAmong(
  database: Database,
  { seq, imports, time }: Readonly<Record<'seq' | 'imports' | 'time', readonly number[]>>,
  visible: string,
): Promise<ReadonlySet<number>> {
  await database.run('CREATE OR REPLACE TEMP TABLE kept_found (seq BIGINT, import INTEGER, time BIGINT)');
  await appendColumns(database.connection, `${temporary}kept_found`, seq.length, [
    integers64(Float64Array.from(seq)),
    integers32(Int32Array.from(imports)),
    integers64(Float64Array.from(time)),
  ]);
  const [those] = await readNumbers(database, `SELECT seq FROM ${temporary}kept_found WHERE ${visible}`);
  return new Set(those);
}

/** The texts of few subjects whose texts are kept, by number. */
export async function keptTexts(database: Database, numbers: ArrayLike<number>): Promise<ReadonlyMap<number, string>> {
  const rows = await database.rows(`SELECT first, texts FROM kept_texts WHERE block ${amongBlocks(numbers)}`);
  const texts = new Map<number, string>();
  for (const [first, joined] of rows)
    for (const [index, text] of String(joined).split('\0').entries()) texts.set(Number(first) + index, text);
  return texts;
}

function amongBlocks(subjects: ArrayLike<number>): string {
  return `IN (${integers([...new Set(Array.from(subjects, (subject) => subject >> blockBits))])})`;
}
