import { randomBytes } from 'node:crypto';
import { eventRank } from '@sameteam/model';
import { MetricsError } from '../metrics-error.ts';
import type { Database } from './connection.ts';
import { factTables, formatVersion, localTable, onCluster, storeTables, tableSql } from './schema.ts';
import { integers, quotedName } from './sql-text.ts';
import { readMeta, writeMeta } from './store-meta.ts';

/** Ranks of the events that say how others are to be read. */
export const rulingRanks: readonly number[] = [
  eventRank('record.linked'),
  eventRank('record.unlinked'),
  eventRank('record.erased'),
  eventRank('event.retracted'),
];

/** What is filled from `events` as its rows come in, in the same insert. */
const feeds: readonly { readonly to: string; readonly select: string }[] = [
  { to: 'identities', select: 'SELECT sipHash64(id) AS key, source, id, subject, import' },
  { to: 'rulings', select: 'SELECT subject, time, type, source, id, import, data' },
];

/**
 * Makes the tables of a store in an empty database, and looks whether those of another are ours.
 * @throws MetricsError `not-a-database`, `no-database`, `newer-database`, `older-database`
 */
export async function prepareStore(database: Database, { readOnly }: { readonly readOnly: boolean }): Promise<void> {
  const tables = await database.query(
    'SELECT name FROM system.tables WHERE database = {database:String} ORDER BY name',
    {
      database: database.name,
    },
  );
  if (!tables.some(({ name }) => name === 'meta')) {
    if (tables.length > 0)
      throw new MetricsError('not-a-database', {
        path: database.name,
        reason: `it holds other tables, such as ${String(tables[0]?.name)}`,
      });
    if (readOnly) throw new MetricsError('no-database', { path: database.name });
    await makeStore(database);
    return;
  }
  const found = Number((await readMeta(database)).get('format') ?? 0);
  // The format is written last: a store without one was not finished.
  if (found === 0 && !readOnly) await makeStore(database);
  else if (found > formatVersion)
    throw new MetricsError('newer-database', { path: database.name, found, known: formatVersion });
  else if (found < formatVersion)
    throw new MetricsError('older-database', { path: database.name, found, known: formatVersion });
}

async function makeStore(database: Database): Promise<void> {
  const on = onCluster(database);
  await database.run(`CREATE DATABASE IF NOT EXISTS ${quotedName(database.name)}${on}`);
  for (const table of [...storeTables, ...factTables]) {
    for (const sql of tableSql(database, table)) await database.run(sql);
  }
  const events = database.table(localTable(database, 'events'));
  for (const { to, select } of feeds) {
    const where = to === 'rulings' ? ` WHERE type IN (${integers(rulingRanks)})` : '';
    await database.run(
      `CREATE MATERIALIZED VIEW IF NOT EXISTS ${database.table(`${to}_feed`)}${on} TO ${database.table(localTable(database, to))} AS ${select} FROM ${events}${where}`,
    );
  }
  await writeMeta(database, { record_secret: randomBytes(16).toString('hex') }, 1);
  await writeMeta(database, { format: String(formatVersion) }, 1);
}
