import { Erasures } from '../batch/erasures.ts';
import type { EventBatch, EventColumns } from '../batch/event-batch.ts';
import { judgeBatch, type StoredEventContent } from '../batch/judge-batch.ts';
import { packTexts, unpackEvents, unpackTexts } from '../batch/pack-events.ts';
import { pickEvents } from '../batch/pick-events.ts';
import type { Verdict } from '../engine.ts';
import { type ImportMemory, RecentKeys } from '../store/recent-keys.ts';
import type { Database } from './connection.ts';
import { packedRowsSql } from './packed-rows.ts';
import { fewKeysSql, fewTexts, keySql } from './store-keys.ts';

/** What became of a batch, and the events of it that are to be kept. */
export interface JudgedBatch {
  readonly verdicts: readonly Verdict[];
  readonly kept: EventBatch;
  /** Numbers of the imports whose events the batch repeats. */
  readonly repeated: ReadonlySet<number>;
}

/** Judges the batches of an import, one after another. */
export interface IncomingJudge {
  /** @param sources number of the source of each event */
  judge(batch: EventBatch, sources: Int32Array): Promise<JudgedBatch>;
  /** Whether a subject was erased, before the import or by what it has brought. */
  isErased(subject: string): boolean;
}

/**
 * The judge of an import. What the import itself has brought is looked for in memory: a look into the log goes through
 * all its keys.
 * @param options.hasEvents whether there are any events to compare with before it
 * @param options.erased subjects whose personal data was removed before it
 */
export function incomingJudge(
  database: Database,
  {
    hasEvents,
    erased,
    memory,
  }: { readonly hasEvents: boolean; readonly erased: ReadonlySet<string>; readonly memory: ImportMemory },
): IncomingJudge {
  const erasures = new Erasures(erased);
  let isInLog = hasEvents;
  let recent = new RecentKeys();

  /** Remembers ids; answers whether any of them may have come before, in this batch or an earlier one. */
  function comeAgain({ id, count }: EventBatch): boolean {
    const keys = memory.keysOf(id, count);
    let isAgain = false;
    // Not the first only: all of them are to be remembered.
    for (let place = 0; place < count; place++) if (recent.add(keys, place)) isAgain = true;
    return isAgain;
  }

  /** The events whose ids may be known, as far as numbers tell. */
  async function findMatches(batch: EventBatch): Promise<readonly Match[]> {
    if (batch.count <= fewTexts) return findFewMatches(batch);
    const rows = await database.rows(
      `SELECT i.place, t.seq FROM event_texts t JOIN ${packedRowsSql(1)} i ON ${keySql('i.text')} = t.key`,
      [batch.id],
    );
    return rows.map(([place, seq]): Match => [Number(place), Number(seq)]);
  }

  async function findFewMatches({ id, count }: EventBatch): Promise<readonly Match[]> {
    if (count === 0) return [];
    const ids = unpackTexts(id, count);
    const rows = await database.rows(`SELECT id, seq FROM event_texts WHERE key IN (${fewKeysSql(count)})`, ids);
    return rows.flatMap(([known, seq]) =>
      ids.flatMap((text, place): Match[] => (text === known ? [[place, Number(seq)]] : [])),
    );
  }

  return {
    async judge(batch, sources) {
      const isAgain = comeAgain(batch);
      const matches = isAgain || isInLog ? await findMatches(batch) : [];
      if (recent.size > memory.most) {
        recent = new RecentKeys();
        isInLog = true;
      }
      if (matches.length === 0 && !isAgain && !erasures.concerns(batch))
        return { verdicts: unjudged(batch), kept: batch, repeated: new Set() };
      const columns = unpackEvents(batch);
      const stored = await storedContents(database, { columns, sources, matches });
      const { verdicts, accepted, repeated } = judgeBatch(columns, {
        stored: (index) => stored.get(index) ?? null,
        erasures,
      });
      return { verdicts, kept: accepted.length === batch.count ? batch : pickEvents(columns, accepted), repeated };
    },
    isErased: (subject) => erasures.has(subject),
  };
}

/** The verdicts of a batch that nothing contradicts: a group without events changes nothing. */
export function unjudged(batch: Pick<EventBatch, 'group' | 'firstGroup' | 'groupCount'>): readonly Verdict[] {
  const verdicts = new Array<Verdict>(batch.groupCount).fill('duplicate');
  const { group, firstGroup } = batch;
  for (let event = 0; event < group.length; event++) verdicts[(group[event] as number) - firstGroup] = 'accepted';
  return verdicts;
}

/** A place in the batch, and the `seq` of an event whose id may be the same. */
type Match = readonly [place: number, seq: number];

/** What is stored under the identity of events, by their places. */
async function storedContents(
  database: Database,
  {
    columns,
    sources,
    matches,
  }: { readonly columns: EventColumns; readonly sources: Int32Array; readonly matches: readonly Match[] },
): Promise<ReadonlyMap<number, StoredEventContent>> {
  const stored = new Map<number, StoredEventContent>();
  if (matches.length === 0) return stored;
  const rows = await database.rows(
    `WITH wanted AS MATERIALIZED (SELECT DISTINCT text::BIGINT AS seq FROM ${packedRowsSql(1)})
      SELECT e.seq, e.source, t.id, e.type, e.time, s.subject, t.data, t.attributes, p.data, e.import
      FROM events e JOIN wanted w ON w.seq = e.seq JOIN event_texts t ON t.seq = e.seq JOIN subjects s ON s.number = e.subject
      LEFT JOIN personal p ON p.seq = e.seq
      WHERE e.import NOT IN (SELECT number FROM imports WHERE undone IS NOT NULL)`,
    [packTexts(matches.map(([, seq]) => String(seq)))],
  );
  const bySeq = new Map(rows.map((row) => [Number(row[0]), row]));
  for (const [place, seq] of matches) {
    const [, source, id, type, time, subject, data, attributes, personal, from] = bySeq.get(seq) ?? [];
    if (id !== columns.id[place] || source !== sources[place]) continue;
    stored.set(place, {
      type: type as number,
      timeMs: Number(time),
      subject: subject as string,
      data: data as string,
      personal: personal as string | null,
      attributes: attributes as string | null,
      import: from as number,
    });
  }
  return stored;
}
