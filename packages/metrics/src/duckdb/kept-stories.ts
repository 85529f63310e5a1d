import type { Database, Row } from './connection.ts';
import { integers } from './sql-text.ts';
import { apartRanks, memberRank } from './story-ranks.ts';

/**
 * What stories are made of, found without going through the log: each row holds what is said of four subjects, and an index
 * finds the rows of a subject. A log that grows by this many events beyond what stands there is added when it does; until
 * then the end of the log is gone through. Small stores have none of it. See decision 27.
 */
const mostUnkept = 5_000_000;

/** Events that are added at once, so that what is in memory at a time is bounded. */
const keptAtOnce = 2_000_000;

/** Bytes of a text from which on what follows goes into a further row: texts of 4,096 and more the database does not compress. */
const fullText = 3000;

/**
 * Rows of a block of subjects, as many as it takes. `told` holds lines of three fields each, all joined by NUL, which no text
 * holds. The first field is a letter and numbers, which are joined by spaces:
 * - `t` number; text: what a subject is called;
 * - `l` subject, other, type: who is named together with it by any event of a type;
 * - `e` owner, subject less owner, seq, import, type, time, says, source; id; payload: an event of the story of the owner.
 */
const tables: readonly string[] = [
  'CREATE TABLE IF NOT EXISTS kept_blocks (block INTEGER, told VARCHAR USING COMPRESSION fsst)',
  'CREATE INDEX IF NOT EXISTS kept_blocks_block ON kept_blocks (block)',
];

const blockBits = 2;
const blockSql = (column: string) => `${column} >> ${blockBits}`;

/** The block of a subject. */
export function blockOf(subject: number): number {
  return subject >> blockBits;
}

/** Up to where a store keeps stories; 0 for nowhere. */
export interface KeptUpTo {
  readonly seq: number;
  /** Number of a subject. */
  readonly subject: number;
}

const upToSql = "SELECT value FROM meta WHERE key = 'kept_blocks'";

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
  const kept = await keptUpTo(database);
  // Numbers of events ascend, and some may be missing: those are counted only where it may matter.
  if (lastSeq - kept.seq <= unkept) return;
  const [events] = await database.query(`SELECT count(*) AS late FROM events WHERE seq > ${kept.seq}`);
  if (Number(events?.late) <= unkept) return;
  const [ends] = await database.query(
    `SELECT (SELECT max(seq) FROM events WHERE seq > ${kept.seq}) AS seq, (SELECT max(number) FROM subjects) AS subject`,
  );
  const last: KeptUpTo = { seq: Number(ends?.seq), subject: Number(ends?.subject) };
  for (const sql of tables) await database.run(sql);
  const step = Math.ceil((last.subject + 1) / Math.ceil((last.seq - kept.seq) / atOnce) / 4) * 4;
  for (let from = 0; from <= last.subject; from += step) {
    const those = (column: string) => `${column} >= ${from} AND ${column} < ${from + step}`;
    const lines = [textsSql(kept, those), linksSql(kept, those), eventsSql(kept, those)].join(' UNION ALL ');
    await database.run(`INSERT INTO kept_blocks SELECT block, string_agg(line, chr(0))
      FROM (SELECT block, line, ${partSql} AS part FROM (${lines})) GROUP BY block, part ORDER BY block`);
  }
  await database.run("DELETE FROM meta WHERE key = 'kept_blocks'");
  await database.run("INSERT INTO meta VALUES ('kept_blocks', $1)", [`${last.seq} ${last.subject}`]);
}

/** The condition that a column lies within a range of subjects. */
type Within = (column: string) => string;

/** Which row of its block a line goes into. */
const partSql = `(sum(strlen(line)) OVER (PARTITION BY block ROWS UNBOUNDED PRECEDING))::BIGINT // ${fullText}`;

function textsSql({ subject }: KeptUpTo, those: Within): string {
  return `SELECT ${blockSql('number')} AS block, 't' || number || chr(0) || subject || chr(0) AS line
    FROM subjects WHERE number > ${subject} AND ${those('number')}`;
}

/** A campaign is not told its members: it may have any number of them. */
function linksSql({ seq }: KeptUpTo, those: Within): string {
  return `SELECT ${blockSql('one')} AS block, 'l' || concat_ws(' ', one, another, type) || chr(0) || chr(0) AS line FROM (
      SELECT subject AS one, other AS another, type FROM refs WHERE seq > ${seq} AND ${those('subject')} AND type <> ${memberRank}
      UNION SELECT other, subject, type FROM refs WHERE seq > ${seq} AND ${those('other')})`;
}

/** What is said of a campaign and its member is told of the member. */
function eventsSql({ seq }: KeptUpTo, those: Within): string {
  const numbers = ['owner', 'e.subject - owner', 'e.seq', 'import', 'type', 'time', 'says', 'source'].join(', ');
  return `SELECT ${blockSql('owner')} AS block,
      'e' || concat_ws(' ', ${numbers}) || chr(0) || x.id || chr(0) || coalesce(p.payload, '') AS line
    FROM (SELECT subject AS owner, * FROM events WHERE seq > ${seq} AND ${those('subject')} AND type NOT IN (${integers(apartRanks)})
      UNION ALL SELECT r.other, e.* FROM (SELECT seq, other FROM refs WHERE seq > ${seq} AND ${those('other')} AND type = ${memberRank}) r
        JOIN events e ON e.seq = r.seq) e
    JOIN event_texts x ON x.seq = e.seq LEFT JOIN payloads p ON p.number = e.says`;
}
