import { packTexts } from '../batch/pack-events.ts';
import type { Database } from './connection.ts';
import { packedRowsSql } from './packed-rows.ts';
import { integers } from './sql-text.ts';
import { fewKeysSql, fewTexts, keySql } from './store-keys.ts';

/** Reads a dictionary of the store. */
export interface DictionaryReader {
  /** The number of each text; 0, which no fact has, for a text that has none. */
  numbers(texts: readonly string[]): Promise<(text: string) => number>;
  /** The text of each number. */
  texts(numbers: Iterable<number>): Promise<(number: number) => string>;
  /** Forgets which texts had no number. */
  forgetMissing(): void;
  /** Forgets what was read: an import that is rolled back takes its numbers along. */
  forget(): void;
}

/** Texts that are remembered at most. */
const mostRemembered = 50_000;

const columns = { terms: 'term', subjects: 'subject' } as const;

/** The reader of one of the dictionaries. */
export function dictionaryReader(database: Database, table: 'terms' | 'subjects'): DictionaryReader {
  const column = columns[table];
  const remembered = new Map<number, string>();
  /** Numbers of texts that were asked for; 0 for those that had none. */
  const known = new Map<string, number>();

  async function numbersIn(texts: readonly string[]) {
    if (texts.length <= fewTexts) {
      return database.rows(`SELECT ${column}, number FROM ${table} WHERE key IN (${fewKeysSql(texts.length)})`, texts);
    }
    return database.rows(
      `SELECT t.${column}, t.number FROM ${table} t JOIN ${packedRowsSql(1)} i ON ${keySql('i.text')} = t.key WHERE t.${column} = i.text`,
      [packTexts(texts)],
    );
  }

  return {
    async numbers(texts) {
      if (known.size > mostRemembered) known.clear();
      const wanted = texts.filter((text) => !known.has(text));
      if (wanted.length > 0) {
        const found = new Map((await numbersIn(wanted)).map(([text, number]) => [String(text), Number(number)]));
        for (const text of wanted) known.set(text, found.get(text) ?? 0);
      }
      const numbers = new Map(texts.map((text) => [text, known.get(text) ?? 0]));
      return (text) => numbers.get(text) ?? 0;
    },
    async texts(numbers) {
      if (remembered.size > mostRemembered) remembered.clear();
      const wanted = [...new Set(numbers)].filter((number) => !remembered.has(number));
      if (wanted.length > 0) {
        const rows = await database.rows(
          `SELECT number, ${column} FROM ${table} WHERE number IN (${integers(wanted)})`,
        );
        for (const [number, text] of rows) remembered.set(Number(number), String(text));
      }
      return (number) => remembered.get(number) as string;
    },
    forgetMissing() {
      for (const [text, number] of known) if (number === 0) known.delete(text);
    },
    forget() {
      remembered.clear();
      known.clear();
    },
  };
}
