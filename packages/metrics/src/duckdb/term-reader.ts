import { packTexts } from '../batch/pack-events.ts';
import type { Database } from './connection.ts';
import { packedRowsSql } from './packed-rows.ts';
import { integers } from './sql-text.ts';
import { keySql } from './store-keys.ts';

/** Reads the dictionary of terms. */
export interface TermReader {
  /** The number of each text; 0, which no fact has, for a text that is no term. */
  numbers(texts: readonly string[]): Promise<(text: string) => number>;
  /** The text of each number. */
  texts(numbers: Iterable<number>): Promise<(number: number) => string>;
  /** Forgets what was read: an import that is rolled back takes its numbers along. */
  forget(): void;
}

/** Texts that are remembered at most. */
const mostRemembered = 50_000;

/** The reader of a store. */
export function termReader(database: Database): TermReader {
  const remembered = new Map<number, string>();
  return {
    async numbers(texts) {
      if (texts.length === 0) return () => 0;
      const rows = await database.rows(
        `SELECT t.term, t.number FROM terms t JOIN ${packedRowsSql(1)} i ON ${keySql('i.text')} = t.key WHERE t.term = i.text`,
        [packTexts(texts)],
      );
      const found = new Map(rows.map(([term, number]) => [String(term), Number(number)]));
      return (text) => found.get(text) ?? 0;
    },
    async texts(numbers) {
      if (remembered.size > mostRemembered) remembered.clear();
      const wanted = [...new Set(numbers)].filter((number) => !remembered.has(number));
      if (wanted.length > 0) {
        for (const [number, term] of await database.rows(
          `SELECT number, term FROM terms WHERE number IN (${integers(wanted)})`,
        ))
          remembered.set(Number(number), String(term));
      }
      return (number) => remembered.get(number) as string;
    },
    forget: () => remembered.clear(),
  };
}
