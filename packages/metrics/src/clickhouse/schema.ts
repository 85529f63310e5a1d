import { anchorColumns } from '../facts/schema/anchor-columns.ts';
import { dayColumn, type FactColumns, type FactKind } from '../facts/schema/fact-column.ts';
import { type FactGrain, factGrains, factSchema } from '../facts/schema/fact-schema.ts';
import type { Database } from './connection.ts';
import { quotedName } from './sql-text.ts';

/** Format of the store. Another one is refused: there was no release yet, so that nothing has to be migrated. */
export const formatVersion = 2;

/** A table of the store. All of them replace rows of one key, so that what is inserted twice is there once. */
export interface StoreTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The key, in the order in which rows lie. */
  readonly order: readonly string[];
  /** Columns that say which row of a key holds, and whether it is there at all; the last one inserted otherwise. */
  readonly holds?: readonly string[];
  /** What says on which shard a row lies; such a table has a part on every shard. Others stand whole on each node. */
  readonly shard?: string;
}

const event = [
  'subject String',
  'time Int64',
  'type UInt8',
  'source LowCardinality(String)',
  'id String',
  'import UInt64',
];

/**
 * The log and what belongs to the store. `import` is the token of an attempt to import: a row counts once the registry
 * has an import with that token, see `visible-events.ts`.
 */
export const storeTables: readonly StoreTable[] = [
  { name: 'meta', columns: ['key String', 'value String', 'version UInt64'], order: ['key'], holds: ['version'] },
  {
    name: 'imports',
    columns: [
      'number UInt32',
      'import UInt64',
      'id String',
      'recorded Int64',
      'undone Nullable(Int64)',
      'files String',
      'read UInt64',
      'accepted UInt64',
      'duplicates UInt64',
      'quarantined UInt64',
      'events UInt64',
      'first Nullable(Int64)',
      'last Nullable(Int64)',
      'version UInt64',
    ],
    order: ['number', 'import'],
    holds: ['version'],
  },
  {
    name: 'agreements',
    columns: ['digest String', 'name String', 'version UInt32', 'document String'],
    order: ['digest'],
  },
  {
    name: 'events',
    columns: [...event, 'says LowCardinality(String)', 'data String', 'attributes String'],
    order: ['subject', 'time', 'type', 'source', 'id', 'import'],
    shard: 'subject',
  },
  // Where an event of an id stands: filled from `events`.
  {
    name: 'identities',
    columns: ['key UInt64', 'source LowCardinality(String)', 'id String', 'subject String', 'import UInt64'],
    order: ['key', 'id', 'source', 'import'],
    shard: 'subject',
  },
  // The few events that say how others are to be read: filled from `events`.
  {
    name: 'rulings',
    columns: [...event, 'data String'],
    order: ['type', 'time', 'source', 'id', 'import'],
    shard: 'subject',
  },
  // What of an event belongs to a person.
  {
    name: 'personal',
    columns: ['subject String', 'source LowCardinality(String)', 'id String', 'import UInt64', 'data String'],
    order: ['subject', 'source', 'id', 'import'],
    shard: 'subject',
  },
  // The subjects that events name beside their own; each is there from both ends.
  {
    name: 'refs',
    columns: ['subject String', 'other String', 'is_own UInt8', ...event.slice(1)],
    order: ['subject', 'other', 'is_own', 'time', 'type', 'source', 'id', 'import'],
    shard: 'subject',
  },
  {
    name: 'quarantine',
    columns: [
      'import UInt64',
      'place UInt64',
      'file String',
      'line UInt64',
      'column Nullable(String)',
      'code String',
      'message String',
      'raw String',
    ],
    order: ['import', 'place'],
  },
  // Imports of records that found their first states among the events of other imports.
  { name: 'reliances', columns: ['import UInt64', 'upon UInt64'], order: ['import', 'upon'] },
  {
    name: 'records',
    columns: ['map String', 'file String', 'key String', 'import UInt64', 'state String', 'version UInt64'],
    order: ['map', 'file', 'key', 'import'],
    holds: ['version'],
  },
];

const kinds: Readonly<Record<FactKind, string>> = {
  time: 'Nullable(Int64)',
  integer: 'Nullable(Int64)',
  day: 'Nullable(Int32)',
  term: 'LowCardinality(Nullable(String))',
  subject: 'Nullable(String)',
};

/** Columns of every table of facts: whose fold made the row, and which of its rows it is. */
export const factKey: readonly string[] = ['of', 'n'];

/** Name of the table of the facts of a grain. */
export function factTable(grain: FactGrain): string {
  return `${grain}_facts`;
}

/** The tables of facts. */
export const factTables: readonly StoreTable[] = factGrains.map((grain) => {
  const columns: FactColumns = factSchema[grain];
  return {
    name: factTable(grain),
    columns: [
      'of String',
      'n UInt32',
      ...Object.entries(columns).map(([name, kind]) => `${quotedName(name)} ${kinds[kind]}`),
      ...anchorColumns(grain).map((time) => `${quotedName(dayColumn(time))} ${kinds.day}`),
      'fact_version UInt64',
      'is_deleted UInt8',
    ],
    order: factKey,
    holds: ['fact_version', 'is_deleted'],
    shard: 'of',
  };
});

/** Statements that make a table where there is none. */
export function tableSql(database: Pick<Database, 'cluster' | 'name' | 'table'>, table: StoreTable): readonly string[] {
  const { cluster } = database;
  const columns = table.columns.join(', ');
  const order = `ORDER BY (${table.order.join(', ')})`;
  const holds = table.holds ?? [];
  if (cluster === null) {
    const engine = `ReplacingMergeTree(${holds.join(', ')})`;
    return [`CREATE TABLE IF NOT EXISTS ${database.table(table.name)} (${columns}) ENGINE = ${engine} ${order}`];
  }
  const on = `ON CLUSTER ${quotedName(cluster)}`;
  const replicated = (path: string, replica: string) =>
    `ReplicatedReplacingMergeTree(${[`'/clickhouse/tables/${path}/${database.name}/${table.name}'`, `'${replica}'`, ...holds].join(', ')})`;
  if (table.shard === undefined) {
    const engine = replicated('all', '{shard}-{replica}');
    return [`CREATE TABLE IF NOT EXISTS ${database.table(table.name)} ${on} (${columns}) ENGINE = ${engine} ${order}`];
  }
  const local = localTable(database, table.name);
  return [
    `CREATE TABLE IF NOT EXISTS ${database.table(local)} ${on} (${columns}) ENGINE = ${replicated('{shard}', '{replica}')} ${order}`,
    `CREATE TABLE IF NOT EXISTS ${database.table(table.name)} ${on} AS ${database.table(local)} ENGINE = Distributed(${quotedName(cluster)}, ${quotedName(database.name)}, ${quotedName(local)}, cityHash64(${table.shard}))`,
  ];
}

/** The table that rows of a sharded table lie in on one node. */
export function localTable({ cluster }: Pick<Database, 'cluster'>, name: string): string {
  return cluster === null ? name : `${name}_local`;
}

/** `ON CLUSTER` of statements that change tables. */
export function onCluster({ cluster }: Pick<Database, 'cluster'>): string {
  return cluster === null ? '' : ` ON CLUSTER ${quotedName(cluster)}`;
}
