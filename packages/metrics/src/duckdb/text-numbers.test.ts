import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ImportMemory, importMemory } from '../store/recent-keys.ts';
import { type Database, openDatabase } from './connection.ts';
import { remembering, textNumbers } from './text-numbers.ts';

/** In which all texts have the same numbers. */
const forgetful: ImportMemory = { keysOf: (_, count) => new Int32Array(count * 2), most: 100 };

describe('textNumbers', () => {
  let database: Database;

  beforeEach(async () => {
    database = await openDatabase(':memory:', { readOnly: false });
    await database.run('CREATE TABLE terms (number INTEGER, term VARCHAR, key UBIGINT)');
  });

  afterEach(() => database.close());

  const dictionary = async (memory: ImportMemory) => {
    const [found] = await database.query('SELECT coalesce(max(number), 0) AS last FROM terms');
    return textNumbers(database, { table: 'terms', column: 'term', memory, last: Number(found?.last) });
  };
  const table = async () =>
    (await database.rows('SELECT number, term FROM terms ORDER BY number')).map(
      ([number, term]) => `${number} ${term}`,
    );

  it.each([
    ['a memory', importMemory(1)],
    ['a memory in which all texts look alike', forgetful],
    ['a memory for one text', { ...importMemory(1), most: 0 }],
    ['a memory for one text, in which all look alike', { ...forgetful, most: 0 }],
  ])('gives each text one number with %s', async (_, memory) => {
    const numbers = await dictionary(memory);
    expect([...(await numbers.of(['a', '😀', "o'neil"]))]).toEqual([1, 2, 3]);
    expect([...(await numbers.of(['b', 'a']))]).toEqual([4, 1]);
    expect([...(await numbers.of(['a', 'b', 'c', '😀']))]).toEqual([1, 4, 5, 2]);
    expect([...(await numbers.of([]))]).toEqual([]);
    expect([...(await numbers.of(['a', 'a', 'a']))]).toEqual([1, 1, 1]);
    const later = await dictionary(memory);
    expect([...(await later.of(['d', "o'neil", 'c']))]).toEqual([6, 3, 5]);
    expect([...(await later.of(['e', 'f', 'd', 'f', 'e']))]).toEqual([7, 8, 6, 8, 7]);
    expect(await table()).toEqual(['1 a', '2 😀', "3 o'neil", '4 b', '5 c', '6 d', '7 e', '8 f']);
  });

  it('finds the text among those whose keys are the same in the table', async () => {
    await (await dictionary(importMemory(1))).of(['a', 'b', 'c']);
    await database.run("UPDATE terms SET key = hash('b')");
    expect([...(await (await dictionary(importMemory(1))).of(['b', 'x']))]).toEqual([2, 4]);
  });

  it('remembers few', async () => {
    const numbers = remembering(await dictionary(importMemory(1)), 2);
    for (const texts of [['a'], ['a', 'b', 'c'], ['c', 'a', 'd'], ['d', 'b']])
      expect([...(await numbers.of(texts))]).toEqual(texts.map((text) => 'abcd'.indexOf(text) + 1));
    expect(await table()).toEqual(['1 a', '2 b', '3 c', '4 d']);
  });
});
