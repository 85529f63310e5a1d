import { hexOfHugeInt } from '../batch/content-digest.ts';
import type { EventBatch, EventColumns } from '../batch/event-batch.ts';
import { type BatchJudgement, judgeBatch, type StoredContent } from '../batch/judge-batch.ts';
import type { Verdict } from '../engine.ts';
import type { Database } from './connection.ts';
import { sha256 } from './sha256.ts';
import { identityKeySql } from './store-keys.ts';

const key = identityKeySql('i.source', 'i.id');

/**
 * Judges the batch that stands in `incoming` and deletes from there what is not to be kept.
 * @param hasEvents whether there are any events to compare with
 * @returns how many are kept, and the verdicts
 */
export async function judgeIncoming(
  database: Database,
  batch: EventColumns,
  { hasEvents }: { readonly hasEvents: boolean },
): Promise<{ readonly verdicts: readonly Verdict[]; readonly kept: number }> {
  const isKnown = hasEvents && (await findMatches(database));
  if (!isKnown && !repeatsItself(batch)) return { verdicts: unjudged(batch), kept: batch.count };
  const stored = isKnown ? await storedContents(database) : new Map<number, StoredContent>();
  const { verdicts, accepted }: BatchJudgement = judgeBatch(batch, {
    stored: (index) => stored.get(index) ?? null,
    hash: sha256,
  });
  if (accepted.length > 0 && accepted.length < batch.count)
    await database.run(`DELETE FROM incoming WHERE pos NOT IN (${accepted.join(', ')})`);
  return { verdicts, kept: accepted.length };
}

/** The verdicts of a batch that nothing contradicts: a group without events changes nothing. */
export function unjudged(batch: Pick<EventBatch, 'group' | 'firstGroup' | 'groupCount'>): readonly Verdict[] {
  const verdicts: Verdict[] = Array.from({ length: batch.groupCount }, () => 'duplicate');
  for (const group of batch.group) verdicts[group - batch.firstGroup] = 'accepted';
  return verdicts;
}

/** Table that `judgeIncoming` works with. */
export const matchesTable = 'CREATE OR REPLACE TEMP TABLE matches (pos INTEGER, seq BIGINT)';

/** Puts the events whose identity may be known into `matches(pos, seq)`; answers whether there are any. */
async function findMatches(database: Database): Promise<boolean> {
  await database.run('DELETE FROM matches');
  const found = await database.run(`INSERT INTO matches
    SELECT i.pos, e.seq FROM events e JOIN incoming i ON ${key} = e.key
    WHERE e.import NOT IN (SELECT number FROM imports WHERE undone IS NOT NULL)`);
  return found > 0;
}

async function storedContents(database: Database): Promise<ReadonlyMap<number, StoredContent>> {
  const stored = new Map<number, StoredContent>();
  const reader = await database.connection.runAndReadAll(`SELECT m.pos, e.digest, p.secret
    FROM matches m JOIN events e ON e.seq = m.seq JOIN incoming i ON i.pos = m.pos AND i.source = e.source AND i.id = e.id
    LEFT JOIN personal p ON p.seq = m.seq`);
  for (const [pos, digest, secret] of reader.getRows()) {
    stored.set(Number(pos), {
      digest: hexOfHugeInt(digest as bigint),
      secret: secret === null ? null : hexOfHugeInt(secret as bigint),
    });
  }
  return stored;
}

/** Whether an id stands in the batch twice, be it of one source or of two. */
function repeatsItself({ id, count }: EventColumns): boolean {
  return new Set(id).size < count;
}
