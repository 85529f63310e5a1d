import { hexOfHugeInt } from '../batch/content-digest.ts';
import type { EventBatch, EventColumns } from '../batch/event-batch.ts';
import { judgeBatch, type StoredContent } from '../batch/judge-batch.ts';
import { unpackEvents } from '../batch/pack-events.ts';
import { pickEvents } from '../batch/pick-events.ts';
import type { Verdict } from '../engine.ts';
import type { Database } from './connection.ts';
import { packedRowsSql } from './packed-texts.ts';
import { sha256 } from './sha256.ts';
import { keySql } from './store-keys.ts';

/** What became of a batch, and the events of it that are to be kept. */
export interface JudgedBatch {
  readonly verdicts: readonly Verdict[];
  readonly kept: EventBatch;
}

/**
 * Judges a batch against the store and against itself.
 * @param sources number of the source of each event
 * @param hasEvents whether there are any events to compare with
 */
export async function judgeIncoming(
  database: Database,
  batch: EventBatch,
  { sources, hasEvents }: { readonly sources: Int32Array; readonly hasEvents: boolean },
): Promise<JudgedBatch> {
  const matches = hasEvents ? await findMatches(database, batch) : [];
  if (matches.length === 0 && !(await repeatsItself(database, batch)))
    return { verdicts: unjudged(batch), kept: batch };
  const columns = unpackEvents(batch);
  const stored = await storedContents(database, { columns, sources, matches });
  const { verdicts, accepted } = judgeBatch(columns, { stored: (index) => stored.get(index) ?? null, hash: sha256 });
  return { verdicts, kept: accepted.length === batch.count ? batch : pickEvents(columns, accepted) };
}

/** The verdicts of a batch that nothing contradicts: a group without events changes nothing. */
export function unjudged(batch: Pick<EventBatch, 'group' | 'firstGroup' | 'groupCount'>): readonly Verdict[] {
  const verdicts: Verdict[] = Array.from({ length: batch.groupCount }, () => 'duplicate');
  for (const group of batch.group) verdicts[group - batch.firstGroup] = 'accepted';
  return verdicts;
}

/** A place in the batch, and the `seq` of an event whose id may be the same. */
type Match = readonly [place: number, seq: bigint];

/** The events whose id may be known, as far as numbers tell. */
async function findMatches(database: Database, { id }: EventBatch): Promise<readonly Match[]> {
  const rows = await database.rows(
    `SELECT i.place, t.seq FROM event_texts t JOIN ${packedRowsSql(1)} i ON ${keySql('i.text')} = t.key`,
    [id],
  );
  return rows as unknown as readonly Match[];
}

/** What is stored under the identity of events, by their places. */
async function storedContents(
  database: Database,
  {
    columns,
    sources,
    matches,
  }: { readonly columns: EventColumns; readonly sources: Int32Array; readonly matches: readonly Match[] },
): Promise<ReadonlyMap<number, StoredContent>> {
  const stored = new Map<number, StoredContent>();
  if (matches.length === 0) return stored;
  const rows = await database.rows(
    `WITH wanted AS MATERIALIZED (SELECT DISTINCT unnest(string_split($1, ' '))::BIGINT AS seq)
      SELECT e.seq, e.source, t.id, e.digest, p.secret
      FROM events e JOIN wanted w ON w.seq = e.seq JOIN event_texts t ON t.seq = e.seq LEFT JOIN personal_keys p ON p.seq = e.seq
      WHERE e.import NOT IN (SELECT number FROM imports WHERE undone IS NOT NULL)`,
    [matches.map(([, seq]) => String(seq)).join(' ')],
  );
  const bySeq = new Map(rows.map((row) => [row[0] as bigint, row]));
  for (const [place, seq] of matches) {
    const [, source, id, digest, secret] = bySeq.get(seq) ?? [];
    if (id !== columns.id[place] || source !== sources[place]) continue;
    stored.set(place, {
      digest: hexOfHugeInt(digest as bigint),
      secret: secret === null ? null : hexOfHugeInt(secret as bigint),
    });
  }
  return stored;
}

/** Whether an id stands in the batch twice, be it of one source or of two. */
async function repeatsItself(database: Database, { id, count }: EventBatch): Promise<boolean> {
  // Numbers tell less than texts, but never too little.
  const [row] = await database.rows(`SELECT count(DISTINCT ${keySql('i.text')}) FROM ${packedRowsSql(1)} i`, [id]);
  return Number(row?.[0]) < count;
}
