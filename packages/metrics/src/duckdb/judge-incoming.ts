import { digestBytes } from '../batch/content-digest.ts';
import type { EventBatch } from '../batch/event-batch.ts';
import { judgeBatch, type StoredContent } from '../batch/judge-batch.ts';
import type { Verdict } from '../engine.ts';
import type { Database } from './connection.ts';
import { sha256 } from './sha256.ts';

/**
 * Judges the batch that stands in `incoming` and deletes from there what is not to be kept.
 * @param hasEvents whether there are any events to compare with
 */
export async function judgeIncoming(
  database: Database,
  batch: EventBatch,
  { hasEvents, firstPosition }: { readonly hasEvents: boolean; readonly firstPosition: number },
): Promise<readonly Verdict[]> {
  const stored = await storedContents(database, hasEvents, firstPosition);
  if (stored.size === 0 && !(await repeatsItself(database))) return unjudged(batch);
  const { verdicts, accepted } = judgeBatch(batch, { stored: (index) => stored.get(index) ?? null, hash: sha256 });
  if (accepted.length < batch.count) {
    const kept = accepted.map((index) => firstPosition + index);
    await database.run(
      kept.length === 0 ? 'DELETE FROM incoming' : `DELETE FROM incoming WHERE pos NOT IN (${kept.join(', ')})`,
    );
  }
  return verdicts;
}

/** The verdicts of a batch that nothing contradicts: a group without events changes nothing. */
export function unjudged(batch: EventBatch): readonly Verdict[] {
  const verdicts: Verdict[] = Array.from({ length: batch.groupCount }, () => 'duplicate');
  for (const group of batch.group) verdicts[group - batch.firstGroup] = 'accepted';
  return verdicts;
}

async function storedContents(
  database: Database,
  hasEvents: boolean,
  firstPosition: number,
): Promise<ReadonlyMap<number, StoredContent>> {
  const stored = new Map<number, StoredContent>();
  if (!hasEvents) return stored;
  const reader = await database.connection.runAndReadAll(`SELECT i.pos, e.digest_high, e.digest_low, p.secret
    FROM events e JOIN incoming i ON i.source = e.source AND i.id = e.id
    LEFT JOIN personal p ON p.seq = e.seq
    WHERE e.import NOT IN (SELECT number FROM imports WHERE undone IS NOT NULL)`);
  for (const [pos, high, low, secret] of reader.getRows()) {
    const digest = new Uint8Array(digestBytes);
    const words = new DataView(digest.buffer);
    words.setBigInt64(0, high as bigint);
    words.setBigInt64(8, low as bigint);
    stored.set(Number(pos) - firstPosition, { digest, secret: (secret as string | null) ?? null });
  }
  return stored;
}

async function repeatsItself(database: Database): Promise<boolean> {
  const rows = await database.query('SELECT 1 FROM incoming GROUP BY source, id HAVING count(*) > 1 LIMIT 1');
  return rows.length > 0;
}
