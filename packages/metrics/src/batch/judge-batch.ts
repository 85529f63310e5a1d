import type { Verdict } from '../engine.ts';
import { canonicalEvent } from './canonical-event.ts';
import { contentDigest, digestBytes, type Hash, hexOf } from './content-digest.ts';
import type { EventColumns } from './event-batch.ts';

/** The digest of a stored event, and the secret that keys it, both in hex. */
export interface StoredContent {
  readonly digest: string;
  readonly secret: string | null;
}

/** What became of a batch: a verdict for each group, and the events to be appended, ascending. */
export interface BatchJudgement {
  readonly verdicts: readonly Verdict[];
  readonly accepted: readonly number[];
}

/**
 * Judges a batch against what is stored and against itself. An event with a known identity (source, id) and the same
 * content is a duplicate, with other content a conflict; one conflict refuses its whole group, of which then nothing
 * is kept.
 * @param stored the stored event with the identity of the given one; `null` where there is none
 */
export function judgeBatch(
  batch: EventColumns,
  { stored, hash }: { readonly stored: (index: number) => StoredContent | null; readonly hash: Hash },
): BatchJudgement {
  const verdicts: Verdict[] = [];
  const accepted: number[] = [];
  const taken = new Map<string, number>();
  let next = 0;
  for (let group = 0; group < batch.groupCount; group++) {
    const fresh = new Map<string, number>();
    let isConflict = false;
    for (; next < batch.count && batch.group[next] === batch.firstGroup + group; next++) {
      const identity = `${batch.source[next]}\0${batch.id[next]}`;
      const earlier = fresh.get(identity) ?? taken.get(identity);
      const known = earlier === undefined ? stored(next) : contentOf(batch, earlier);
      if (known === null) fresh.set(identity, next);
      else if (!hasSameContent(batch, next, known, hash)) isConflict = true;
    }
    if (isConflict) {
      verdicts.push('conflict');
      continue;
    }
    verdicts.push(fresh.size === 0 ? 'duplicate' : 'accepted');
    for (const [identity, index] of fresh) {
      taken.set(identity, index);
      accepted.push(index);
    }
  }
  return { verdicts, accepted };
}

function contentOf(batch: EventColumns, index: number): StoredContent {
  return { digest: batchDigest(batch, index), secret: batchSecret(batch, index) };
}

/** The digest of an event of a batch, in hex. */
export function batchDigest(batch: Pick<EventColumns, 'digest'>, index: number): string {
  return hexOf(batch.digest, index * digestBytes);
}

/** The secret of an event of a batch, in hex; `null` where it has no personal fields. */
export function batchSecret(batch: Pick<EventColumns, 'personal' | 'secret'>, index: number): string | null {
  return (batch.personal[index] ?? null) === null ? null : hexOf(batch.secret, index * digestBytes);
}

function hasSameContent(batch: EventColumns, index: number, known: StoredContent, hash: Hash): boolean {
  const hasSecret = (batch.personal[index] ?? null) !== null;
  if ((known.secret === null) === hasSecret) return false;
  // Each event has a secret of its own: to be compared it is digested with that of the stored one.
  const own =
    known.secret === null
      ? batchDigest(batch, index)
      : contentDigest(canonicalEvent(batch, index), { hash, secret: known.secret });
  return known.digest === own;
}
