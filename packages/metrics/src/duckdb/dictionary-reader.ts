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
      if (texts.length === 0) return () => 0;
      const found = new Map((await numbersIn(texts)).map(([text, number]) => [String(text), Number(number)]));
      return (text) => found.get(text) ?? 0;
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
    forget: () => remembered.clear(),
  };
}
