import { afterEach } from 'vitest';
import { reducerCases } from '../../test/support/reducer-cases.ts';
import { createFactColumns } from '../facts/columns/column-builder.ts';
import { Dictionary } from '../facts/columns/dictionary.ts';
import { appendFacts } from './append-facts.ts';
import { type Database, openDatabase } from './connection.ts';
import { createFactReducer } from './fact-reducer.ts';
import { createFactTablesSql, keptFacts } from './fact-tables.ts';
import { factTexts } from './fact-texts.ts';
import { storeTables } from './schema.ts';
import { keySql } from './store-keys.ts';

const dayMs = 86_400_000;

const opened: Database[] = [];
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

reducerCases(
  async (grain, rows, hasExclusions) => {
    const database = await openDatabase(':memory:', { readOnly: false });
    opened.push(database);
    for (const sql of [...storeTables, ...createFactTablesSql(keptFacts, { temporary: false })])
      await database.run(sql);
    const dictionaries = { terms: new Dictionary(), subjects: new Dictionary() };
    const builder = createFactColumns(grain, dictionaries);
    for (const row of rows) builder.add(row);
    const numbered = async (dictionary: Dictionary, table: string) => {
      for (let code = 1; code < dictionary.size; code++)
        await database.run(`INSERT INTO ${table} VALUES ($1, $2, ${keySql('$2::VARCHAR')})`, [
          code,
          dictionary.text(code),
        ]);
      return Int32Array.from({ length: dictionary.size }, (_, code) => code);
    };
    const numbers = {
      terms: await numbered(dictionaries.terms, 'terms'),
      subjects: await numbered(dictionaries.subjects, 'subjects'),
      dayOf: (timeMs: number) => Math.floor(timeMs / dayMs),
      generation: 0,
    };
    await appendFacts(database, keptFacts[grain], builder.take(), numbers);
    await database.run(
      'CREATE TEMP TABLE calendar AS SELECT day::INTEGER AS day, (day - day % 7)::INTEGER AS week FROM range(0, 200) t(day)',
    );
    return createFactReducer(database, {
      texts: factTexts(database),
      factsUnder: async () => ({ tables: keptFacts, calendar: 'calendar', hasExclusions }),
    });
  },
  { isExact: true },
);
