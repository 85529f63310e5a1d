import { packTexts } from '../batch/pack-events.ts';
import type { Database } from './connection.ts';
import { packedRowsSql } from './packed-rows.ts';
import { fewTexts } from './store-keys.ts';

/** Payloads whose numbers are remembered. */
const remembered = 50_000;

/** Gives payloads the numbers under which they stand in the store. */
export interface PayloadNumbers {
  /** The number of each text, a new one for a text that did not come lately. */
  of(texts: readonly string[]): Promise<Int32Array>;
  /** The highest number that is taken; 0 for none. */
  last(): number;
}

/**
 * The payloads of a store. Most events say what few others say, or what many say: those that came lately are remembered,
 * others are written once more, since to look for 1 M texts takes longer than to write them.
 * @param options.last the highest number that is taken
 * @param options.known numbers of texts that came lately
 */
export function payloadNumbers(
  database: Database,
  options: { readonly last: number; readonly known: Map<string, number> },
): PayloadNumbers {
  const { known } = options;
  let { last } = options;
  return {
    last: () => last,
    async of(texts) {
      if (known.size > remembered) known.clear();
      const first = last + 1;
      const fresh: string[] = [];
      const numbers = new Int32Array(texts.length);
      for (const [place, text] of texts.entries()) {
        let number = known.get(text);
        if (number === undefined) {
          number = first + fresh.length;
          fresh.push(text);
          known.set(text, number);
        }
        numbers[place] = number;
      }
      await insertPayloads(database, fresh, first);
      last += fresh.length;
      return numbers;
    },
  };
}

async function insertPayloads(database: Database, texts: readonly string[], first: number): Promise<void> {
  if (texts.length === 0) return;
  if (texts.length <= fewTexts) {
    const rows = texts.map((_, index) => `(${first + index}, $${index + 1})`);
    await database.run(`INSERT INTO payloads VALUES ${rows.join(', ')}`, texts);
    return;
  }
  await database.run(`INSERT INTO payloads SELECT ${first} + place, text FROM ${packedRowsSql(1)}`, [packTexts(texts)]);
}
