import { compareUtf8 } from '@sameteam/model';
import type { Payload } from '../facts/story/story.ts';
import type { StoryLog } from '../facts/story/story-log.ts';
import type { Database } from './connection.ts';
import { type EventName, eventNames, payloadTexts } from './event-texts.ts';
import type { KeptReader } from './kept-reader.ts';

/** Events as columns of numbers, in groups, and within one by time and rank. */
export interface ChunkEvents {
  /** Number of the group of each event: events of others are never compared with it. */
  readonly group: Float64Array;
  /** Number of the record that its subject is counted as. */
  readonly subject: Float64Array;
  readonly timeMs: Float64Array;
  readonly rank: Float64Array;
  /** Number of its payload; 0 for none. */
  readonly says: Float64Array;
  readonly seq: Float64Array;
}

/** Texts of subjects, and the numbers of the records that they are counted as. */
export interface SubjectTexts {
  /** `undefined` for a number that is not known. */
  readonly textOf: (number: number) => string | undefined;
  /** 0 for a text that is not known. */
  readonly numberOf: (text: string) => number;
}

/**
 * Makes the log that folds read of the events of a chunk.
 * @param kept has read what is kept of them
 */
export async function chunkLog(
  database: Database,
  { group, subject, timeMs, rank, says, seq }: ChunkEvents,
  texts: SubjectTexts,
  kept: KeptReader,
): Promise<StoryLog> {
  const subjects = coded(subject);
  const payloads = coded(says);
  const parsed = await readPayloads(database, payloads.numbers, kept);
  const ties = await tieOrder(database, { group, timeMs, rank, seq }, kept);
  return {
    count: seq.length,
    rank: new Uint8Array(rank),
    timeMs,
    subject: subjects.codes,
    // The number 0 is the first of all, and no payload has it.
    payload: payloads.numbers[0] === 0 ? payloads.codes.map((code) => code - 1) : payloads.codes,
    subjectCount: subjects.numbers.length,
    subjects: (code) => texts.textOf(subjects.numbers[code] as number) as string,
    codeOf: (text) => subjects.codeOf.get(texts.numberOf(text)) ?? -1,
    payloads: (code) => parsed[code] as Payload,
    compareTies: (a, b) => ties(seq[a] as number, seq[b] as number),
  };
}

/** Numbers as codes from 0 on, in the order of the numbers. */
function coded(column: Float64Array): {
  readonly numbers: Float64Array;
  readonly codes: Int32Array;
  readonly codeOf: ReadonlyMap<number, number>;
} {
  // Arrays are made of lists in a fraction of the time that other iterables take.
  const numbers = new Float64Array([...new Set(column)]).sort();
  const codeOf = new Map<number, number>();
  for (let code = 0; code < numbers.length; code++) codeOf.set(numbers[code] as number, code);
  const codes = new Int32Array(column.length);
  for (let at = 0; at < column.length; at++) codes[at] = codeOf.get(column[at] as number) as number;
  return { numbers, codes, codeOf };
}

async function readPayloads(database: Database, numbers: Float64Array, kept: KeptReader): Promise<readonly Payload[]> {
  const wanted = numbers.filter((number) => number !== 0);
  const known = Array.from(wanted, (number) => kept.payloadOf(number));
  const missing = wanted.filter((_, place) => known[place] === undefined);
  const read = missing.length === 0 ? [] : await payloadTexts(database, missing);
  let next = 0;
  return known.map((text) => JSON.parse(text ?? (read[next++] as string)) as Payload);
}

/** The order of events of one group, time and rank: by source and id, texts that are read for these few only. */
async function tieOrder(
  database: Database,
  { group, timeMs, rank, seq }: Pick<ChunkEvents, 'group' | 'timeMs' | 'rank' | 'seq'>,
  kept: KeptReader,
): Promise<(a: number, b: number) => number> {
  const tied = tiedEvents({ group, timeMs, rank, seq });
  if (tied.size === 0) return () => 0;
  const nameOf = await namesOf(database, [...tied], kept);
  return (a, b) => {
    const [first, second] = [nameOf.get(a), nameOf.get(b)];
    if (first === undefined || second === undefined) return 0;
    return compareUtf8(first.source, second.source) || compareUtf8(first.id, second.id);
  };
}

/** Numbers of the events that stand beside another one of their group, time and rank. */
export function tiedEvents({
  group,
  timeMs,
  rank,
  seq,
}: Pick<ChunkEvents, 'group' | 'timeMs' | 'rank' | 'seq'>): ReadonlySet<number> {
  const tied = new Set<number>();
  for (let at = 1; at < seq.length; at++) {
    if (timeMs[at] !== timeMs[at - 1] || rank[at] !== rank[at - 1] || group[at] !== group[at - 1]) continue;
    tied.add(seq[at - 1] as number).add(seq[at] as number);
  }
  return tied;
}

async function namesOf(
  database: Database,
  events: readonly number[],
  kept: KeptReader,
): Promise<ReadonlyMap<number, EventName>> {
  const missing = events.filter((seq) => kept.nameOf(seq) === undefined);
  const names = new Map(missing.length === 0 ? [] : await eventNames(database, missing));
  for (const seq of events) {
    const known = kept.nameOf(seq);
    if (known !== undefined) names.set(seq, known);
  }
  return names;
}
