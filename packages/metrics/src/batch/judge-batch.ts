import type { Verdict } from '../engine.ts';
import { type Erasures, erasedRank } from './erasures.ts';
import type { EventColumns } from './event-batch.ts';

/**
 * What an event says beside its identity. The texts are RFC 8785 forms and together hold the event as it was received but
 * for `recordedtime`: two events have the same content where all of these are the same.
 */
export interface EventContent {
  /** Rank of its type. */
  readonly type: number;
  readonly timeMs: number;
  readonly subject: string;
  readonly data: string;
  readonly personal: string | null;
  readonly attributes: string | null;
}

/** What is stored of an event, and the number of the import that brought it. */
export interface StoredEventContent extends EventContent {
  readonly import: number;
}

/** What became of a batch: a verdict for each group, and the events to be appended, ascending. */
export interface BatchJudgement {
  readonly verdicts: readonly Verdict[];
  readonly accepted: readonly number[];
  /** Numbers of the imports whose events were repeated. */
  readonly repeated: ReadonlySet<number>;
}

/** What a batch is judged against. */
export interface BatchEvidence {
  /** The stored event with the identity of the given one; `null` where there is none. */
  readonly stored: (index: number) => StoredEventContent | null;
  /** Whose personal data was removed; told what the batch itself erases. */
  readonly erasures: Erasures;
}

/**
 * Judges a batch against what is stored and against itself. An event with a known identity (source, id) and the same
 * content is a duplicate, with other content a conflict. An event of somebody who was erased in an earlier group is
 * refused before it is compared: what it would be compared with may be gone. One such event, or one conflict, refuses its
 * whole group, of which then nothing is kept.
 */
export function judgeBatch(batch: EventColumns, { stored, erasures }: BatchEvidence): BatchJudgement {
  const verdicts: Verdict[] = [];
  const accepted: number[] = [];
  const repeated = new Set<number>();
  const taken = new Map<string, number>();
  let next = 0;
  for (let group = 0; group < batch.groupCount; group++) {
    const fresh = new Map<string, number>();
    let refusal: 'erased' | 'conflict' | null = null;
    for (; next < batch.count && batch.group[next] === batch.firstGroup + group; next++) {
      if (erasures.refuses(batch, next)) refusal = 'erased';
      if (refusal === 'erased') continue;
      const identity = identityAt(batch, next);
      const earlier = fresh.get(identity) ?? taken.get(identity);
      const before = earlier === undefined ? stored(next) : null;
      const known = earlier === undefined ? before : contentAt(batch, earlier);
      if (known === null) fresh.set(identity, next);
      else if (!isSame(contentAt(batch, next), known)) refusal = 'conflict';
      else if (before !== null) repeated.add(before.import);
    }
    if (refusal !== null) {
      verdicts.push(refusal);
      continue;
    }
    verdicts.push(fresh.size === 0 ? 'duplicate' : 'accepted');
    for (const [identity, index] of fresh) {
      taken.set(identity, index);
      accepted.push(index);
      if (batch.type[index] === erasedRank) erasures.add(batch.subject[index] as string);
    }
  }
  return { verdicts, accepted, repeated };
}

/** What no two events share, as one text: neither a source nor an id holds NUL. */
export function identityAt({ source, id }: Pick<EventColumns, 'source' | 'id'>, index: number): string {
  return `${source[index]}\0${id[index]}`;
}

/** The content of an event of a batch. */
export function contentAt(batch: EventColumns, index: number): EventContent {
  return {
    type: batch.type[index] as number,
    timeMs: batch.timeMs[index] as number,
    subject: batch.subject[index] as string,
    data: batch.data[index] as string,
    personal: batch.personal[index] ?? null,
    attributes: batch.attributes[index] ?? null,
  };
}

function isSame(a: EventContent, b: EventContent): boolean {
  return (
    a.type === b.type &&
    a.timeMs === b.timeMs &&
    a.subject === b.subject &&
    a.data === b.data &&
    a.personal === b.personal &&
    a.attributes === b.attributes
  );
}
