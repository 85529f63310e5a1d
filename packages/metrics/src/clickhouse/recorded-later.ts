import type { LogBounds } from '../plan/reduction.ts';
import type { Database } from './connection.ts';
import type { Registry } from './import-registry.ts';
import { instant } from './row-test-sql.ts';
import { integer } from './sql-text.ts';
import { importSql, recordedImports } from './visible-events.ts';

/** Events that had happened by as-of and were recorded after it. */
export async function recordedLater(
  database: Database,
  registry: Registry,
  { asOfMs, knownAtMs }: LogBounds,
): Promise<number> {
  const later = recordedImports(registry, knownAtMs).filter(({ recordedMs }) => recordedMs > asOfMs);
  // Where nothing had been recorded by then, there was no number that could be restated.
  if (later.length === 0 || !registry.imports.some(({ recordedMs }) => recordedMs <= asOfMs)) return 0;
  const [row] = await database.query(
    `SELECT count() AS n FROM ${database.table('events')} FINAL WHERE time <= ${integer(instant(asOfMs))} AND ${importSql(database, later)}`,
  );
  return Number(row?.n);
}
