import { compareUtf8 } from '@sameteam/model';
import type { Payload } from '../facts/story/story.ts';
import type { StoryLog } from '../facts/story/story-log.ts';
import type { Database } from './connection.ts';
import type { NativeBlock, NativeColumn } from './native-columns.ts';
import type { SqlParam } from './query-params.ts';
import { integer } from './sql-text.ts';

/** Columns of events that folds read. */
export const storyColumns = 'subject, time, type, source, id, says';

/** Rows of events by columns. */
export interface StoryEvents {
  readonly count: number;
  readonly blocks: readonly NativeBlock[];
}

/** Events by their subject, as many as are wanted at most. */
export async function readEvents(
  database: Database,
  from: string,
  { params, limit }: { readonly params: Readonly<Record<string, SqlParam>>; readonly limit: number | null },
): Promise<StoryEvents> {
  const most = limit === null ? '' : ` LIMIT ${integer(limit)}`;
  const blocks = await database.blocks(
    `SELECT ${storyColumns} FROM ${from} ORDER BY subject, time, type, source, id${most}`,
    params,
  );
  return { blocks, count: blocks.reduce((sum, { count }) => sum + count, 0) };
}

/**
 * The log of the stories that some events make.
 * @param parts events, each with how many of its first rows count
 * @param roots the record that each linked record is counted as
 */
export function storyLogOf(
  parts: readonly { readonly events: StoryEvents; readonly count: number }[],
  roots: ReadonlyMap<string, string>,
): StoryLog {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const rank = new Uint8Array(count);
  const timeMs = new Float64Array(count);
  const subject = new Int32Array(count);
  const payload = new Int32Array(count);
  const subjects = codes();
  const payloads = codes();
  const places: { readonly start: number; readonly block: NativeBlock }[] = [];
  let at = 0;
  for (const { events, count: wanted } of parts) {
    let left = wanted;
    for (const block of events.blocks) {
      const rows = Math.min(left, block.count);
      if (rows === 0) break;
      left -= rows;
      places.push({ start: at, block });
      const times = numbers(block.columns.time);
      const ranks = numbers(block.columns.type);
      const says = coded(block.columns.says);
      const names = texts(block.columns.subject);
      const sayings = says.texts.map((text) => (text === '' ? -1 : payloads.of(text)));
      let code = -1;
      for (let row = 0; row < rows; row++, at++) {
        if (!names.repeats(row)) {
          const name = names.at(row);
          code = subjects.of(roots.get(name) ?? name);
        }
        subject[at] = code;
        timeMs[at] = times[row] as number;
        rank[at] = ranks[row] as number;
        payload[at] = sayings[says.codes[row] as number] as number;
      }
    }
  }
  const identity = (event: number): readonly [string, string] => {
    const { start, block } = places[placeOf(places, event)] as (typeof places)[number];
    const source = coded(block.columns.source);
    return [source.texts[source.codes[event - start] as number] as string, texts(block.columns.id).at(event - start)];
  };
  const parsed: (Payload | undefined)[] = [];
  return {
    count,
    rank,
    timeMs,
    subject,
    payload,
    subjectCount: subjects.list.length,
    subjects: (code) => subjects.list[code] as string,
    codeOf: (name) => subjects.find(roots.get(name) ?? name),
    payloads(code) {
      const known = parsed[code];
      if (known !== undefined) return known;
      const read = JSON.parse(payloads.list[code] as string) as Payload;
      parsed[code] = read;
      return read;
    },
    compareTies(a, b) {
      const [sourceA, idA] = identity(a);
      const [sourceB, idB] = identity(b);
      return compareUtf8(sourceA, sourceB) || compareUtf8(idA, idB);
    },
  };
}

/** Codes of texts from 0 on. */
function codes() {
  const known = new Map<string, number>();
  const list: string[] = [];
  return {
    list,
    find: (text: string) => known.get(text) ?? -1,
    of(text: string): number {
      let code = known.get(text);
      if (code === undefined) {
        code = list.push(text) - 1;
        known.set(text, code);
      }
      return code;
    },
  };
}

/** The block that a row is in. */
function placeOf(places: readonly { readonly start: number }[], row: number): number {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((places[middle] as { readonly start: number }).start <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}

function numbers(column: NativeColumn | undefined): Float64Array {
  if (column?.kind !== 'numbers') throw new TypeError('A column of numbers was expected.');
  return column.values;
}

function texts(column: NativeColumn | undefined) {
  if (column?.kind !== 'texts') throw new TypeError('A column of texts was expected.');
  return column.texts;
}

function coded(column: NativeColumn | undefined) {
  if (column?.kind !== 'codes') throw new TypeError('A column of coded texts was expected.');
  return column;
}
