import { afterEach } from 'vitest';
import { type Database, openDatabase } from '../../src/clickhouse/connection.ts';
import { createFactReducer } from '../../src/clickhouse/fact-reducer.ts';
import { factWriter } from '../../src/clickhouse/fact-writer.ts';
import { prepareStore } from '../../src/clickhouse/prepare-store.ts';
import { factTable } from '../../src/clickhouse/schema.ts';
import { reducerCases } from '../support/reducer-cases.ts';
import { chdbClient } from './support/chdb-client.ts';

const dayMs = 86_400_000;

const opened: Database[] = [];
let count = 0;
afterEach(async () => {
  for (const database of opened.splice(0)) await database.run(`DROP DATABASE ${database.name}`);
});

reducerCases(
  async (grain, rows, hasExclusions) => {
    const name = `reduced_${process.pid}_${++count}`;
    const database = openDatabase(chdbClient(), { name, cluster: null, isOwn: false });
    opened.push(database);
    await prepareStore(database, { readOnly: false });
    const dayOf = (timeMs: number) => Math.floor(timeMs / dayMs);
    const writer = factWriter(database, { table: factTable, version: 1, dayOf });
    for (const row of rows) writer.add(grain, row);
    await writer.flush();
    return createFactReducer(database, {
      factsUnder: async () => ({ table: (of) => database.table(factTable(of)), hasExclusions }),
      recordedLater: async () => 0,
    });
  },
  { isExact: false },
);
