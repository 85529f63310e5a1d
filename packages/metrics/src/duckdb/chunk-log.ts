import { compareUtf8 } from '@sameteam/model';
import type { Payload } from '../facts/story/story.ts';
import type { StoryLog } from '../facts/story/story-log.ts';
import { amongNumbers } from './among-numbers.ts';
import type { Database } from './connection.ts';
import { readTexts } from './read-numbers.ts';

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

/** Makes the log that folds read of the events of a chunk. */
export async function chunkLog(
  database: Database,
  { group, subject, timeMs, rank, says, seq }: ChunkEvents,
  texts: SubjectTexts,
): Promise<StoryLog> {
  const subjects = coded(subject);
  const payloads = coded(says);
  const parsed = await readPayloads(database, payloads.numbers);
  const ties = await tieOrder(database, { group, timeMs, rank, seq });
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

async function readPayloads(database: Database, numbers: Float64Array): Promise<readonly Payload[]> {
  const wanted = numbers.filter((number) => number !== 0);
  if (wanted.length === 0) return [];
  const among = await amongNumbers(database, 'payloads', wanted);
  const texts = await readTexts(
    database,
    `SELECT string_agg(payload, chr(0) ORDER BY number) FROM payloads WHERE number ${among}`,
  );
  return texts.map((text) => JSON.parse(text) as Payload);
}

/** The order of events of one group, time and rank: by source and id, texts that are read for these few only. */
async function tieOrder(
  database: Database,
  { group, timeMs, rank, seq }: Pick<ChunkEvents, 'group' | 'timeMs' | 'rank' | 'seq'>,
): Promise<(a: number, b: number) => number> {
  const tied = new Set<number>();
  for (let at = 1; at < seq.length; at++) {
    if (timeMs[at] !== timeMs[at - 1] || rank[at] !== rank[at - 1] || group[at] !== group[at - 1]) continue;
    tied.add(seq[at - 1] as number).add(seq[at] as number);
  }
  if (tied.size === 0) return () => 0;
  const among = await amongNumbers(database, 'ties', [...tied], 'BIGINT');
  const rows = await database.rows(
    `SELECT e.seq, s.source, x.id FROM (SELECT seq, source FROM events WHERE seq ${among}) e
      JOIN event_texts x ON x.seq = e.seq JOIN sources s ON s.number = e.source`,
  );
  const textsOf = new Map(rows.map(([number, source, id]) => [Number(number), [String(source), String(id)] as const]));
  return (a, b) => {
    const [first, second] = [textsOf.get(a), textsOf.get(b)];
    if (first === undefined || second === undefined) return 0;
    return compareUtf8(first[0], second[0]) || compareUtf8(first[1], second[1]);
  };
}
