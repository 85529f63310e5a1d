import { randomBytes } from 'node:crypto';
import { MetricsError } from '../metrics-error.ts';
import { type Database, inTransaction } from './connection.ts';
import { keptUpTo } from './kept-stories.ts';
import { formatVersion, storeTables } from './schema.ts';
import { keepKeyProbe, refreshKeys } from './store-keys.ts';

/**
 * Makes the tables of a store in an empty database, and looks whether those of another are ours.
 * @throws MetricsError `not-a-database`, `newer-database`, `older-database`
 */
export async function prepareStore(database: Database, readOnly: boolean): Promise<void> {
  const tables = (
    await database.query(
      'SELECT table_name FROM duckdb_tables() WHERE database_name = current_database() AND NOT temporary',
    )
  ).map((row) => String(row.table_name));
  if (!tables.includes('meta')) {
    if (tables.length > 0 || readOnly) {
      throw new MetricsError('not-a-database', {
        path: database.path,
        reason: tables.length > 0 ? `it holds other tables, such as ${tables[0]}` : 'it is empty',
      });
    }
    await inTransaction(database, async () => {
      await database.run(storeTables.join('; '));
      await database.run(
        `INSERT INTO meta VALUES ('format', '${formatVersion}'), ('record_secret', '${randomBytes(16).toString('hex')}')`,
      );
      await keepKeyProbe(database);
    });
    return;
  }
  const [row] = await database.query("SELECT value FROM meta WHERE key = 'format'");
  const found = Number(row?.value);
  if (found > formatVersion)
    throw new MetricsError('newer-database', { path: database.path, found, known: formatVersion });
  if (found < formatVersion)
    throw new MetricsError('older-database', { path: database.path, found, known: formatVersion });
  if (readOnly) return;
  await refreshKeys(database);
  await takeInLog(database);
}

/**
 * Takes in what a process left in the log of the database, as one does that is killed. Of what the log adds to an index, the
 * database forgets all when it is closed, unless a statement has asked for it or, as here, written it down: then stories that
 * are kept would not be found. See duckdb/duckdb pull request 25771. Where nothing was left it does nothing.
 */
async function takeInLog(database: Database): Promise<void> {
  if ((await keptUpTo(database)).seq > 0) await database.run('CHECKPOINT');
}
