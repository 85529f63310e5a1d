import { amongNumbers } from './among-numbers.ts';
import { appendColumns, constant32, integers32, temporary } from './append-columns.ts';
import type { ChunkEvents } from './chunk-log.ts';
import type { Database } from './connection.ts';
import type { KeptEvents, KeptReader } from './kept-reader.ts';
import { readNumbers } from './read-numbers.ts';
import { integers } from './sql-text.ts';
import type { StoryChunk } from './story-chunks.ts';
import { apartRanks, memberRank } from './story-ranks.ts';

/** Where the events of chunks are read from. */
export interface StorySource {
  /** @param meanwhile work of the database that is begun as soon as it is not needed for reading, if before the end */
  eventsOf(chunk: StoryChunk, place: number, meanwhile?: () => void): Promise<ChunkEvents>;
  drop(): Promise<void>;
}

/** Which subjects are in which chunk. */
const memberTable = `${temporary}story_members`;

const apart = integers(apartRanks);
const isApart: ReadonlySet<number> = new Set(apartRanks);

/**
 * Events of chunks that are sorted at once: each time the whole log is gone through, and what was sorted is in memory, 56
 * bytes an event. It does not stand in a table: what a transaction drops takes room until it ends, which of 100 M events
 * was more than 4 GB.
 */
const sortedAtOnce = 1_600_000;

/**
 * Sorts the events that count into chunks, for many of them at once: a look for the events of each chunk would go through
 * the whole log each time. Chunks are asked for in their order.
 * @param most events that are sorted at once, but for a chunk that has more
 */
export function sortedStories(
  database: Database,
  chunks: readonly StoryChunk[],
  { visible, rootOf }: { readonly visible: string; readonly rootOf: (subject: number) => number },
  most = sortedAtOnce,
): StorySource {
  let sortedFrom = Number.POSITIVE_INFINITY;
  let sortedTo = Number.POSITIVE_INFINITY;
  /** The events of the chunks that were sorted, and of which chunk each is. */
  let sorted: readonly [chunk: Float64Array, ...events: Float64Array[]] = [new Float64Array(0)];

  async function sortFrom(first: number): Promise<void> {
    sortedFrom = first;
    sortedTo = first;
    for (let events = 0; sortedTo < chunks.length; sortedTo++) {
      events += (chunks[sortedTo] as StoryChunk).events;
      if (events > most && sortedTo > first) break;
    }
    // What was sorted before goes first, so that it is never there twice.
    sorted = [new Float64Array(0)];
    await database.run(
      `CREATE OR REPLACE TEMP TABLE ${memberTable} (chunk INTEGER, subject INTEGER, root INTEGER, grp INTEGER)`,
    );
    for (const [index, { members, groups }] of chunks.slice(first, sortedTo).entries()) {
      await appendColumns(database.connection, memberTable, members.length, [
        constant32(members.length, first + index),
        integers32(members),
        integers32(members.map(rootOf)),
        integers32(groups),
      ]);
    }
    const [chunk = new Float64Array(0), ...events] = await readNumbers(
      database,
      `SELECT m.chunk, m.grp, m.root AS subject, e.time, e.type, e.says, e.seq
        FROM (SELECT * FROM events WHERE type NOT IN (${apart}) AND ${visible}) e JOIN ${memberTable} m ON m.subject = e.subject
      UNION ALL SELECT m.chunk, m.grp, e.subject, e.time, e.type, e.says, e.seq
        FROM (SELECT * FROM events WHERE type = ${memberRank} AND ${visible}) e
        JOIN (SELECT seq, other FROM refs WHERE type = ${memberRank}) r ON r.seq = e.seq JOIN ${memberTable} m ON m.subject = r.other
      ORDER BY chunk, grp, time, type`,
    );
    sorted = [chunk, ...events];
  }

  return {
    async eventsOf(_, place) {
      if (!(place >= sortedFrom && place < sortedTo)) await sortFrom(place);
      const [chunk, ...events] = sorted;
      const [from, to] = [firstAtLeast(chunk, place), firstAtLeast(chunk, place + 1)];
      return asEvents(events.map((column) => column.subarray(from, to)));
    },
    async drop() {
      sorted = [new Float64Array(0)];
      await database.run(`DROP TABLE IF EXISTS ${memberTable}`);
    },
  };
}

/** Where the first of ascending numbers stands that is not below one. */
function firstAtLeast(ascending: Float64Array, least: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ascending[middle] as number) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Looks for the events of each chunk in the log: quicker where there are few subjects.
 * @param options.hasMembers whether any of the subjects is a member of a campaign
 * @param options.kept has read the subjects
 */
export function lookedUpStories(
  database: Database,
  {
    visible,
    rootOf,
    hasMembers,
    kept,
  }: {
    readonly visible: string;
    readonly rootOf: (subject: number) => number;
    readonly hasMembers: boolean;
    readonly kept: KeptReader;
  },
): StorySource {
  const { seq: upTo } = kept.upTo;
  const after = upTo === 0 ? '' : ` AND seq > ${upTo}`;
  return {
    async eventsOf({ members, groups }, _, meanwhile) {
      const among = await amongNumbers(database, 'members', members);
      // Ranks are looked at below: asked of every event of the log they would double the time.
      const parts = [
        `SELECT subject, time, type, says, seq, subject AS owner FROM events WHERE subject ${among} AND ${visible}${after}`,
      ];
      if (hasMembers) {
        parts.push(`SELECT e.subject, e.time, e.type, e.says, e.seq, r.other
            FROM (SELECT seq, other FROM refs WHERE type = ${memberRank} AND other ${among}${after}) r
            JOIN (SELECT * FROM events WHERE type = ${memberRank} AND ${visible}${after}) e ON e.seq = r.seq`);
      }
      const read = (await readNumbers(database, parts.join(' UNION ALL '))) as KeptEvents;
      if (upTo !== 0) {
        await kept.readLate({ says: read[3], seq: read[4] });
        meanwhile?.();
      }
      const [subject, timeMs, rank, says, seq, owner] =
        upTo === 0 ? read : bothOf(await kept.eventsOf(members, { visible }), read);
      const groupOf = new Map(Array.from(members, (member, at) => [member, groups[at] as number]));
      const group = owner.map((member) => groupOf.get(member) as number);
      const places: number[] = [];
      for (let at = 0; at < seq.length; at++)
        if (subject[at] !== owner[at] || !isApart.has(rank[at] as number)) places.push(at);
      return inGroups({ group, subject: subject.map(rootOf), timeMs, rank, says, seq }, places);
    },
    drop: async () => undefined,
  };
}

/** Events of some ranks that are part of no story, as one group. */
export async function commonEvents(
  database: Database,
  ranks: readonly number[],
  { visible }: { readonly visible: string },
): Promise<ChunkEvents> {
  return asEvents(
    await readNumbers(
      database,
      `SELECT 0, subject, time, type, says, seq FROM common_events WHERE type IN (${integers(ranks)}) AND ${visible} ORDER BY time, type`,
    ),
  );
}

/** The events of both. */
export function joinedEvents(first: ChunkEvents, second: ChunkEvents): ChunkEvents {
  if (first.seq.length === 0) return second;
  return {
    group: joined(first.group, second.group),
    subject: joined(first.subject, second.subject),
    timeMs: joined(first.timeMs, second.timeMs),
    rank: joined(first.rank, second.rank),
    says: joined(first.says, second.says),
    seq: joined(first.seq, second.seq),
  };
}

/** The events of both. */
function bothOf(kept: KeptEvents, read: KeptEvents): KeptEvents {
  return kept.map((column, at) => joined(column, read[at] as Float64Array)) as unknown as KeptEvents;
}

function joined(a: Float64Array, b: Float64Array): Float64Array {
  const both = new Float64Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

type ChunkColumns = readonly [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

function asEvents(columns: readonly Float64Array[]): ChunkEvents {
  const [group, subject, timeMs, rank, says, seq] = columns as ChunkColumns;
  return { group, subject, timeMs, rank, says, seq };
}

/** The events at some places, group by group, each by time and rank. Groups are small: each is sorted on its own. */
function inGroups(events: ChunkEvents, places: readonly number[]): ChunkEvents {
  const { group, timeMs, rank } = events;
  const placesOf = new Map<number, number[]>();
  for (const at of places) {
    const known = placesOf.get(group[at] as number);
    if (known === undefined) placesOf.set(group[at] as number, [at]);
    else known.push(at);
  }
  const apartBy = (column: Float64Array, a: number, b: number) => (column[a] as number) - (column[b] as number);
  const order = new Int32Array(places.length);
  let next = 0;
  for (const those of placesOf.values())
    for (const at of those.sort((a, b) => apartBy(timeMs, a, b) || apartBy(rank, a, b))) order[next++] = at;
  const sorted = (column: Float64Array) => {
    const picked = new Float64Array(order.length);
    for (let at = 0; at < order.length; at++) picked[at] = column[order[at] as number] as number;
    return picked;
  };
  return {
    group: sorted(group),
    subject: sorted(events.subject),
    timeMs: sorted(timeMs),
    rank: sorted(rank),
    says: sorted(events.says),
    seq: sorted(events.seq),
  };
}
