import { packTexts } from '../batch/pack-events.ts';
import type { Database } from './connection.ts';
import { packedRowsSql } from './packed-texts.ts';
import { keySql } from './store-keys.ts';

/** A dictionary of the store: texts with numbers from 1 on. */
export interface TextNumbers {
  /** The numbers of distinct texts, new ones for those that have none yet. */
  of(texts: readonly string[]): Promise<Int32Array>;
}

/** The dictionary that a table holds in `number`, `key` and a column of texts. */
export async function textNumbers(
  database: Database,
  { table, column }: { readonly table: 'subjects' | 'terms'; readonly column: 'subject' | 'term' },
): Promise<TextNumbers> {
  const [found] = await database.query(`SELECT coalesce(max(number), 0) AS last FROM ${table}`);
  let last = Number(found?.last);

  /** Puts the numbers of known texts into `numbers`. The table is as long as the store has leads: it is gone through by its keys. */
  async function findKnown(texts: readonly string[], numbers: Int32Array): Promise<void> {
    if (last === 0) return;
    const rows = await database.rows(
      `SELECT i.place, d.number FROM ${table} d JOIN ${packedRowsSql(1)} i ON ${keySql('i.text')} = d.key`,
      [packTexts(texts)],
    );
    if (rows.length === 0) return;
    const known = await database.rows(
      `SELECT number, ${column} FROM ${table} WHERE number IN (SELECT unnest(string_split($1, ' '))::INTEGER)`,
      [rows.map(([, number]) => String(number)).join(' ')],
    );
    const textOf = new Map(known.map(([number, text]) => [number, text]));
    for (const [place, number] of rows)
      if (textOf.get(number) === texts[Number(place)]) numbers[Number(place)] = Number(number);
  }

  return {
    async of(texts) {
      const numbers = new Int32Array(texts.length);
      if (texts.length === 0) return numbers;
      await findKnown(texts, numbers);
      const fresh: string[] = [];
      for (const [place, text] of texts.entries()) {
        if (numbers[place] !== 0) continue;
        fresh.push(text);
        numbers[place] = last + fresh.length;
      }
      if (fresh.length === 0) return numbers;
      await database.run(
        `INSERT INTO ${table} SELECT ${last + 1} + i.place, i.text, ${keySql('i.text')} FROM ${packedRowsSql(1)} i`,
        [packTexts(fresh)],
      );
      last += fresh.length;
      return numbers;
    },
  };
}
