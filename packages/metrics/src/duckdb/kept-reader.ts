import { appendColumns, integers32, integers64, temporary } from './append-columns.ts';
import type { Database } from './connection.ts';
import { type EventName, eventNames, payloadTexts } from './event-texts.ts';
import { blockOf, type KeptUpTo, keptUpTo } from './kept-stories.ts';
import { readNumbers } from './read-numbers.ts';
import { integers } from './sql-text.ts';
import { type ToldLines, toldLines } from './told-lines.ts';

/** Subjects of events whose stories are looked for one by one; for more, the log is gone through. */
const mostLookedUp = 5000;

/** Blocks that one statement reads, so that what it answers is bounded. */
const blocksAtOnce = 5000;

/** Blocks that one thread finds as soon as two. */
const fewBlocks = 16;

/** A subject that an event names together with another one. */
export interface KeptLink {
  readonly other: number;
  readonly type: number;
}

/** Columns of events: subject, time, type, says, seq, and the subject of whose story it is. */
export type KeptEvents = readonly [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

/** Numbers of events, and of what events say; 0 for nothing. */
export interface LateEvents {
  readonly seq: Float64Array;
  readonly says: Float64Array;
}

/** What is kept of the subjects that were read. */
export interface KeptReader {
  /** Up to where the log is kept: what came later is to be looked for in the log. */
  readonly upTo: KeptUpTo;
  /** Reads what is kept of subjects, unless it was read before. */
  read(subjects: Iterable<number>): Promise<void>;
  /** `undefined` for a subject that is not kept. */
  textOf(subject: number): string | undefined;
  linksOf(subject: number): readonly KeptLink[];
  /** How many events are kept of a subject. */
  countOf(subject: number): number;
  /**
   * The events of subjects.
   * @param options.visible condition on `seq`, `import` and `time` that an event counts
   */
  eventsOf(subjects: Iterable<number>, options: { readonly visible: string }): Promise<KeptEvents>;
  /**
   * Reads what events say, and their names, that came after what is kept or are of nobody's story: then nobody has to ask the
   * database for it while it does other work. Reads nothing where nothing is kept.
   */
  readLate(events: LateEvents): Promise<void>;
  /** What an event says, by its number; `undefined` where none of `eventsOf` or `readLate` says it. */
  payloadOf(says: number): string | undefined;
  /** `undefined` for one that was not among `eventsOf` or `readLate`. */
  nameOf(seq: number): EventName | undefined;
}

/**
 * Opens what a store keeps of stories.
 * @param touched how many subjects are asked for at first: of many it reads nothing, and the log is gone through
 */
export async function openKept(database: Database, { touched }: { readonly touched: number }): Promise<KeptReader> {
  return keptReader(database, touched > mostLookedUp ? { seq: 0, subject: 0 } : await keptUpTo(database));
}

/**
 * Reads what is kept up to somewhere.
 * @param upTo 0 for a store that keeps nothing: then nothing is read
 */
export function keptReader(database: Database, upTo: KeptUpTo): KeptReader {
  const blocks = new Set<number>();
  const lines = toldLines();
  /** Where the lines of a subject stand: what it is called, whom it is named with, and its events. */
  const texts = new Map<number, number>();
  const links = new Map<number, number[]>();
  const events = new Map<number, number[]>();
  /** Numbers of the events that were asked for, and where they stand, and one that says something, by the number of that. */
  const asked: { readonly seq: Float64Array; readonly places: readonly number[] }[] = [];
  const placeOf = new Map<number, number>();
  const sayingAt = new Map<number, number>();
  const latePayloads = new Map<number, string>();
  const lateNames = new Map<number, EventName>();
  const sources = new Map<number, string>();

  async function readBlocks(those: readonly number[]): Promise<void> {
    for (const [told] of await database.rows(keptSql(those))) {
      if (told === null) continue;
      const first = lines.count();
      lines.add(String(told));
      for (let line = first; line < lines.count(); line++) {
        const letter = lines.letterOf(line);
        const subject = lines.firstOf(line);
        if (letter === 't') texts.set(subject, line);
        else listed(letter === 'e' ? events : links, subject).push(line);
      }
    }
  }

  /** Where an event stands that was asked for. */
  function placeOfEvent(seq: number): number | undefined {
    for (const { seq: numbers, places } of asked.splice(0))
      for (let at = 0; at < places.length; at++) placeOf.set(numbers[at] as number, places[at] as number);
    return placeOf.get(seq);
  }

  return {
    upTo,
    async read(subjects) {
      if (upTo.seq === 0) return;
      const those: number[] = [];
      for (const subject of subjects) {
        const block = blockOf(subject);
        if (subject > upTo.subject || blocks.has(block)) continue;
        blocks.add(block);
        those.push(block);
      }
      those.sort((a, b) => a - b);
      if (sources.size === 0)
        for (const [number, source] of await database.rows('SELECT number, source FROM sources'))
          sources.set(Number(number), String(source));
      for (let from = 0; from < those.length; from += blocksAtOnce)
        await readBlocks(those.slice(from, from + blocksAtOnce));
    },
    textOf(subject) {
      const line = texts.get(subject);
      return line === undefined ? undefined : lines.field(line, 2);
    },
    linksOf(subject) {
      const numbers = new Float64Array(3);
      return (links.get(subject) ?? []).map((line) => {
        lines.numbersOf(line, numbers);
        return { other: numbers[1] as number, type: numbers[2] as number };
      });
    },
    countOf: (subject) => events.get(subject)?.length ?? 0,
    async eventsOf(subjects, { visible }) {
      const places: number[] = [];
      for (const owner of subjects) for (const line of events.get(owner) ?? []) places.push(line);
      const told = toldEvents(lines, places);
      asked.push({ seq: told.seq, places });
      for (let at = 0; at < places.length; at++)
        if (told.says[at] !== 0) sayingAt.set(told.says[at] as number, places[at] as number);
      const { owner, subject, seq, time, type, says } = await countedAmong(database, told, visible);
      return [subject, time, type, says, seq, owner];
    },
    async readLate({ seq, says }) {
      if (upTo.seq === 0) return;
      const said = new Float64Array([...new Set(says)]).filter((number) => number !== 0).sort();
      if (said.length > 0)
        for (const [at, payload] of (await payloadTexts(database, said)).entries())
          latePayloads.set(said[at] as number, payload);
      if (seq.length > 0) for (const [number, name] of await eventNames(database, seq)) lateNames.set(number, name);
    },
    payloadOf(says) {
      const line = sayingAt.get(says);
      return line === undefined ? latePayloads.get(says) : lines.field(line, 3);
    },
    nameOf(seq) {
      const line = placeOfEvent(seq);
      if (line === undefined) return lateNames.get(seq);
      const numbers = new Float64Array(eventFields.length);
      lines.numbersOf(line, numbers);
      return { source: sources.get(numbers.at(-1) as number) as string, id: lines.field(line, 2) };
    },
  };
}

/** What is kept of some blocks, in rows of fields joined by NUL. Two threads of the database look for every other one each. */
function keptSql(blocks: readonly number[]): string {
  const halves =
    blocks.length < fewBlocks ? [blocks] : [0, 1].map((half) => blocks.filter((_, place) => place % 2 === half));
  return halves
    .map((half) => `SELECT string_agg(told, chr(0)) FROM kept_blocks WHERE block IN (${integers(half)})`)
    .join(' UNION ALL ');
}

function listed<T>(lists: Map<number, T[]>, of: number): T[] {
  const known = lists.get(of);
  if (known !== undefined) return known;
  const list: T[] = [];
  lists.set(of, list);
  return list;
}

/** Numbers of an event, in the order of its line; `subject` as it is. */
const eventFields = ['owner', 'subject', 'seq', 'from', 'type', 'time', 'says', 'source'] as const;

type ToldEvents = Readonly<Record<(typeof eventFields)[number], Float64Array>>;

function toldEvents(lines: ToldLines, places: readonly number[]): ToldEvents {
  const column = () => new Float64Array(places.length);
  const told = Object.fromEntries(eventFields.map((field) => [field, column()])) as Record<
    (typeof eventFields)[number],
    Float64Array
  >;
  const columns = eventFields.map((field) => told[field]);
  const numbers = new Float64Array(eventFields.length);
  for (let at = 0; at < places.length; at++) {
    lines.numbersOf(places[at] as number, numbers);
    for (let field = 0; field < numbers.length; field++)
      (columns[field] as Float64Array)[at] = numbers[field] as number;
    told.subject[at] = (told.subject[at] as number) + (told.owner[at] as number);
  }
  return told;
}

/** Those of some events that count. */
async function countedAmong(database: Database, told: ToldEvents, visible: string): Promise<ToldEvents> {
  if (visible === 'TRUE') return told;
  await database.run('CREATE OR REPLACE TEMP TABLE kept_found (seq BIGINT, import INTEGER, time BIGINT)');
  await appendColumns(database.connection, `${temporary}kept_found`, told.seq.length, [
    integers64(told.seq),
    integers32(Int32Array.from(told.from)),
    integers64(told.time),
  ]);
  const [seqs] = await readNumbers(database, `SELECT seq FROM ${temporary}kept_found WHERE ${visible}`);
  const counted = new Set(seqs);
  const those = eventFields.map((field) => [field, told[field].filter((_, at) => counted.has(told.seq[at] as number))]);
  return Object.fromEntries(those) as ToldEvents;
}
