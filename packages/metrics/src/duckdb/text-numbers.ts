import type { TextColumn } from '../batch/event-batch.ts';
import { packTexts, unpackTexts } from '../batch/pack-events.ts';
import { type PackedTexts, packedTexts } from '../batch/packed-texts.ts';
import { type ImportMemory, RecentNumbers } from '../store/recent-keys.ts';
import type { Database } from './connection.ts';
import { packedRowsSql } from './packed-rows.ts';
import { fewKeysSql, fewTexts, keySql } from './store-keys.ts';

/** A dictionary of the store: texts with numbers from 1 on. */
export interface TextNumbers {
  /** The number of each text, new ones for those that have none yet. A text may stand there more than once. */
  of(texts: readonly string[]): Promise<Int32Array>;
}

/** A dictionary that is asked for columns. */
export interface ColumnNumbers extends TextNumbers {
  /** The number of each text of a packed column, as `of` gives them. */
  ofColumn(column: TextColumn, count: number): Promise<Int32Array>;
  /** The highest number that is taken; 0 for none. */
  last(): number;
}

/** A place among texts, and the number that the text may have. */
type Candidate = readonly [place: number, number: number];

/**
 * The dictionary that a table holds in `number`, `key` and a column of texts. What the import at hand has added is
 * looked for in memory: a look into the table goes through all its keys.
 */
export function textNumbers(
  database: Database,
  {
    table,
    column,
    memory,
    last: lastBefore,
  }: {
    readonly table: 'subjects' | 'terms';
    readonly column: 'subject' | 'term';
    readonly memory: ImportMemory;
    /** The highest number in the table; 0 for none. */
    readonly last: number;
  },
): ColumnNumbers {
  let last = lastBefore;
  let isInTable = last > 0;
  let recent = new RecentNumbers();

  /** Puts the numbers of those candidates into `numbers` whose texts are the same. */
  async function takeSame(texts: readonly string[], candidates: readonly Candidate[], numbers: Int32Array) {
    if (candidates.length === 0) return;
    const rows = await database.rows(
      `SELECT number, ${column} FROM ${table} WHERE number IN (SELECT text::INTEGER FROM ${packedRowsSql(1)})`,
      [packTexts([...new Set(candidates.map(([, number]) => String(number)))])],
    );
    const textOf = new Map(rows.map(([number, text]) => [number, text]));
    for (const [place, number] of candidates) if (textOf.get(number) === texts[place]) numbers[place] = number;
  }

  /** Puts the numbers of texts at those places into `numbers` that stand in the table. */
  async function findInTable(texts: readonly string[], places: readonly number[], numbers: Int32Array): Promise<void> {
    if (places.length === 0) return;
    if (places.length <= fewTexts) {
      const rows = await database.rows(
        `SELECT ${column}, number FROM ${table} WHERE key IN (${fewKeysSql(places.length)})`,
        places.map((place) => texts[place] as string),
      );
      const numberOf = new Map(rows.map(([text, number]) => [text, Number(number)]));
      for (const place of places) numbers[place] = numberOf.get(texts[place] as string) ?? 0;
      return;
    }
    const rows = await database.rows(
      `SELECT i.place, d.number FROM ${table} d JOIN ${packedRowsSql(1)} i ON ${keySql('i.text')} = d.key`,
      [packTexts(places.map((place) => texts[place] as string))],
    );
    const found = rows.map(([place, number]): Candidate => [places[Number(place)] as number, Number(number)]);
    await takeSame(texts, found, numbers);
  }

  /** Puts the numbers of known texts into `numbers`. */
  async function findKnown(packed: TextColumn, keys: Int32Array, numbers: Int32Array): Promise<void> {
    const count = numbers.length;
    const added: Candidate[] = [];
    for (let place = 0; place < count; place++) {
      const number = recent.get(keys, place);
      if (number !== 0) added.push([place, number]);
    }
    if (!isInTable && added.length === 0) return;
    const texts = unpackTexts(packed, count);
    await takeSame(texts, added, numbers);
    // Where another text had the key of one that was added, that one may not be remembered any more.
    const open = isInTable ? [...texts.keys()] : added.map(([place]) => place);
    await findInTable(
      texts,
      open.filter((place) => numbers[place] === 0),
      numbers,
    );
  }

  /** Gives numbers to the texts that have none, the same ones the same; answers the places of the new texts. */
  function numberFresh(texts: PackedTexts, keys: Int32Array, numbers: Int32Array): readonly number[] {
    const fresh: number[] = [];
    /** Numbers of fresh texts whose key another fresh one took. */
    const clashing: number[] = [];
    const isSame = (place: number, number: number) => texts.areSame(place, fresh[number - last - 1] as number);
    for (let place = 0; place < numbers.length; place++) {
      if (numbers[place] !== 0) continue;
      const before = recent.get(keys, place);
      const isTaken = before > last;
      const known = isTaken && isSame(place, before) ? before : clashing.find((number) => isSame(place, number));
      numbers[place] = known ?? last + fresh.length + 1;
      if (known !== undefined) continue;
      fresh.push(place);
      if (isTaken) clashing.push(last + fresh.length);
      else recent.set(keys, place, last + fresh.length);
    }
    return fresh;
  }

  /** Puts new texts behind the last. */
  async function insertFresh(packed: TextColumn, count: number): Promise<void> {
    if (count <= fewTexts) {
      const rows = Array.from(
        { length: count },
        (_, at) => `(${last + 1 + at}, $${at + 1}, ${keySql(`$${at + 1}::VARCHAR`)})`,
      );
      await database.run(`INSERT INTO ${table} VALUES ${rows.join(', ')}`, unpackTexts(packed, count));
      return;
    }
    await database.run(
      `INSERT INTO ${table} SELECT ${last + 1} + i.place, i.text, ${keySql('i.text')} FROM ${packedRowsSql(1)} i`,
      [packed],
    );
  }

  async function ofColumn(packed: TextColumn, count: number): Promise<Int32Array> {
    const numbers = new Int32Array(count);
    if (count === 0) return numbers;
    const keys = memory.keysOf(packed, count);
    await findKnown(packed, keys, numbers);
    const texts = packedTexts(packed, count);
    const fresh = numberFresh(texts, keys, numbers);
    if (fresh.length === 0) return numbers;
    await insertFresh(fresh.length === count ? packed : texts.pick(fresh), fresh.length);
    last += fresh.length;
    if (recent.size > memory.most) {
      recent = new RecentNumbers();
      isInTable = true;
    }
    return numbers;
  }

  return { ofColumn, last: () => last, of: (texts) => ofColumn(packTexts(texts), texts.length) };
}

/**
 * The same dictionary, of which the texts that were asked for before are remembered: for few texts that come often.
 * @param known what is remembered already
 */
export function remembering(
  dictionary: TextNumbers,
  most: number,
  known: Map<string, number> = new Map<string, number>(),
): TextNumbers {
  return {
    async of(texts) {
      const unknown = texts.filter((text) => !known.has(text));
      const numbers = await dictionary.of(unknown);
      const answers = new Map(unknown.map((text, index) => [text, numbers[index] as number]));
      const all = Int32Array.from(texts, (text) => known.get(text) ?? (answers.get(text) as number));
      if (known.size > most) known.clear();
      for (const [text, number] of answers) known.set(text, number);
      return all;
    },
  };
}
