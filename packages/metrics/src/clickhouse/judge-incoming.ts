import { Erasures } from '../batch/erasures.ts';
import type { EventBatch, EventColumns } from '../batch/event-batch.ts';
import { judgeBatch, type StoredEventContent } from '../batch/judge-batch.ts';
import { unpackEvents, unpackTexts } from '../batch/pack-events.ts';
import { pickEvents } from '../batch/pick-events.ts';
import type { Verdict } from '../engine.ts';
import { type ImportMemory, RecentKeys } from '../store/recent-keys.ts';
import { bindableParts } from './bindable-parts.ts';
import type { Database } from './connection.ts';

/** What became of a batch, and the events of it that are to be kept. */
export interface JudgedBatch {
  readonly verdicts: readonly Verdict[];
  readonly kept: EventBatch;
  /** Tokens of the imports whose events the batch repeats. */
  readonly repeated: ReadonlySet<number>;
}

/** Judges the batches of an import, one after another. */
export interface IncomingJudge {
  judge(batch: EventBatch): Promise<JudgedBatch>;
  /** Whether a subject was erased, before the import or by what it has brought. */
  isErased(subject: string): boolean;
}

/** Events whose contents are read at once. */
const contentsAtOnce = 200;

/**
 * The judge of an import. Ids that the import itself has brought are remembered, so that an import into an empty store
 * looks for none of them.
 * @param options.hasEvents whether there are any events to compare with before it
 * @param options.erased subjects whose personal data was removed before it
 * @param options.isSeen condition on `import`: what was committed before, and what this import has brought
 */
export function incomingJudge(
  database: Database,
  {
    hasEvents,
    erased,
    memory,
    isSeen,
  }: {
    readonly hasEvents: boolean;
    readonly erased: ReadonlySet<string>;
    readonly memory: ImportMemory;
    readonly isSeen: string;
  },
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

  return {
    async judge(batch) {
      const isAgain = comeAgain(batch);
      const matches = isAgain || isInLog ? await findMatches(database, unpackTexts(batch.id, batch.count), isSeen) : [];
      if (recent.size > memory.most) {
        recent = new RecentKeys();
        isInLog = true;
      }
      if (matches.length === 0 && !isAgain && !erasures.concerns(batch))
        return { verdicts: unjudged(batch), kept: batch, repeated: new Set() };
      const columns = unpackEvents(batch);
      const stored = await storedContents(database, matchesIn(columns, matches), isSeen);
      const { verdicts, accepted, repeated } = judgeBatch(columns, {
        stored: (index) => stored.get(`${columns.source[index]}\0${columns.id[index]}`) ?? null,
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

/** A stored event whose id came again. */
interface Match {
  readonly source: string;
  readonly id: string;
  readonly subject: string;
}

/** The stored events with one of some ids. */
async function findMatches(database: Database, ids: readonly string[], isSeen: string): Promise<readonly Match[]> {
  const matches: Match[] = [];
  for (const part of bindableParts(ids)) {
    const rows = await database.query(
      `SELECT DISTINCT source, id, subject FROM ${database.table('identities')}
        WHERE key GLOBAL IN (SELECT sipHash64(arrayJoin({ids:Array(String)}))) AND id IN {ids:Array(String)} AND ${isSeen}`,
      { ids: part },
    );
    for (const { source, id, subject } of rows)
      matches.push({ source: String(source), id: String(id), subject: String(subject) });
  }
  return matches;
}

/** Those of one source with an event of the batch. */
function matchesIn({ source, id, count }: EventColumns, matches: readonly Match[]): readonly Match[] {
  if (matches.length === 0) return [];
  const named = new Set<string>();
  for (let event = 0; event < count; event++) named.add(`${source[event]}\0${id[event]}`);
  return matches.filter((match) => named.has(`${match.source}\0${match.id}`));
}

/** What is stored under the identities of events. */
async function storedContents(
  database: Database,
  matches: readonly Match[],
  isSeen: string,
): Promise<ReadonlyMap<string, StoredEventContent>> {
  const stored = new Map<string, StoredEventContent>();
  for (let start = 0; start < matches.length; start += contentsAtOnce) {
    const part = matches.slice(start, start + contentsAtOnce);
    const values = { subjects: [...new Set(part.map(({ subject }) => subject))], ids: part.map(({ id }) => id) };
    const where = `WHERE subject IN {subjects:Array(String)} AND id IN {ids:Array(String)} AND ${isSeen}`;
    const rows = await database.query(
      `SELECT source, id, type, time, subject, data, attributes, import FROM ${database.table('events')} FINAL ${where}`,
      values,
    );
    const persons = await database.query(
      `SELECT source, id, import, data FROM ${database.table('personal')} FINAL ${where}`,
      values,
    );
    const personal = new Map(persons.map((row) => [`${row.source}\0${row.id}\0${row.import}`, String(row.data)]));
    for (const row of rows)
      stored.set(`${row.source}\0${row.id}`, {
        type: Number(row.type),
        timeMs: Number(row.time),
        subject: String(row.subject),
        data: String(row.data),
        personal: personal.get(`${row.source}\0${row.id}\0${row.import}`) ?? null,
        attributes: row.attributes === '' ? null : String(row.attributes),
        import: Number(row.import),
      });
  }
  return stored;
}
