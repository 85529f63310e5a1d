import { randomBytes } from 'node:crypto';
import { type FactGrain, factGrains } from '../facts/schema/fact-schema.ts';
import type { Database } from './connection.ts';
import { factTable, factTables, tableSql } from './schema.ts';

/** Tables of facts under bounds other than everything. */
export interface BoundedTables {
  /** Name of the table of a grain. */
  readonly name: (grain: FactGrain) => string;
  drop(): Promise<void>;
}

/** Makes empty tables of facts that only this engine knows: on the node that it talks with. */
export async function boundedTables(database: Database): Promise<BoundedTables> {
  const suffix = randomBytes(6).toString('hex');
  const name = (grain: FactGrain) => `${factTable(grain)}_${suffix}`;
  const single = { name: database.name, cluster: null, table: database.table };
  for (const grain of factGrains) {
    const table = factTables.find((known) => known.name === factTable(grain));
    if (table !== undefined)
      for (const sql of tableSql(single, { ...table, name: name(grain) })) await database.run(sql);
  }
  return {
    name,
    async drop() {
      for (const grain of factGrains) await database.run(`DROP TABLE IF EXISTS ${database.table(name(grain))}`);
    },
  };
}
