import { randomBytes } from 'node:crypto';
import { keepableRow } from '../batch/keepable-row.ts';
import type { ImportSummary, QuarantinedRow, RegisteredImport } from '../engine.ts';
import { MetricsError } from '../metrics-error.ts';
import type { LogBounds } from '../plan/reduction.ts';
import type { Database, Row } from './connection.ts';
import { integer } from './sql-text.ts';
import { tsvRow } from './tsv-row.ts';

/** An import as the registry keeps it. */
export interface RegistryEntry extends RegisteredImport {
  readonly number: number;
  /** What its rows in other tables bear: they count because it stands here. */
  readonly token: number;
  /** Events that it brought. */
  readonly events: number;
  /** Times of its first and last event; `null` where it has none. */
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly version: number;
}

/** All imports, the first first. */
export interface Registry {
  readonly imports: readonly RegistryEntry[];
  /** Different for every state of the registry. */
  readonly stamp: string;
}

/** The registry of a store, read again when somebody has changed it. */
export interface KeptRegistry {
  current(): Promise<Registry>;
}

/** Remembers what was read while the table says that nothing came. */
export function keptRegistry(database: Database): KeptRegistry {
  let kept: Registry = { imports: [], stamp: '' };
  return {
    async current() {
      const [row] = await database.query(
        `SELECT toString(sum(sipHash64(number, import, version))) AS stamp FROM (SELECT DISTINCT number, import, version FROM ${database.table('imports')})`,
      );
      const stamp = String(row?.stamp ?? '0');
      if (stamp === kept.stamp) return kept;
      kept = { imports: await readImports(database), stamp };
      return kept;
    },
  };
}

async function readImports(database: Database): Promise<readonly RegistryEntry[]> {
  const rows = await database.query(`SELECT * FROM ${database.table('imports')} FINAL ORDER BY number, import`);
  return rows.map((row) => ({
    number: Number(row.number),
    token: Number(row.import),
    id: String(row.id),
    recordedMs: Number(row.recorded),
    undoneMs: numberOrNull(row, 'undone'),
    files: JSON.parse(String(row.files)) as readonly string[],
    read: Number(row.read),
    accepted: Number(row.accepted),
    duplicates: Number(row.duplicates),
    quarantined: Number(row.quarantined),
    events: Number(row.events),
    firstMs: numberOrNull(row, 'first'),
    lastMs: numberOrNull(row, 'last'),
    version: Number(row.version),
  }));
}

function numberOrNull(row: Row, name: string): number | null {
  const value = row[name];
  return value === null || value === undefined ? null : Number(value);
}

/** A token for the rows of an attempt to import: no other attempt has it, whoever makes it. */
export function attemptToken(): number {
  // 48 bits, which a number holds exactly.
  return randomBytes(6).readUIntBE(0, 6) + 1;
}

/**
 * Writes an import into the registry, or its new state. This is one small insert, and what makes all rows count that bear
 * its token: before it nothing of them is seen, after it everything.
 */
export async function registerImport(database: Database, entry: RegistryEntry): Promise<void> {
  const { number, token, id, recordedMs, undoneMs, files, read, accepted, duplicates, quarantined } = entry;
  const values = [number, token, id, recordedMs, undoneMs, JSON.stringify(files), read, accepted, duplicates];
  await database.insert(
    'imports',
    [
      ...['number', 'import', 'id', 'recorded', 'undone', 'files', 'read', 'accepted', 'duplicates'],
      ...['quarantined', 'events', 'first', 'last', 'version'],
    ],
    [tsvRow([...values, quarantined, entry.events, entry.firstMs, entry.lastMs, entry.version])],
  );
}

/** What the summary of an import and the registry have in common. */
export function summaryOf({ files, read, accepted, duplicates, quarantined }: ImportSummary): ImportSummary {
  return { files, read, accepted, duplicates, quarantined };
}

/**
 * Keeps rows that were not taken.
 * @param firstPlace how many the import has kept before
 */
export async function keepQuarantine(
  database: Database,
  rows: readonly QuarantinedRow[],
  { token, firstPlace }: { readonly token: number; readonly firstPlace: number },
): Promise<void> {
  const lines = rows.map((row, at) => {
    const { file, line, column, code, message, raw } = keepableRow(row);
    return tsvRow([token, file, line, column, code, message, raw, firstPlace + at]);
  });
  const columns = ['import', 'file', 'line', 'column', 'code', 'message', 'raw', 'place'];
  await database.insert('quarantine', columns, lines);
}

/** Later imports that keep what has changed in records of this one, or relied on its events for records, the last first. */
export async function importsBuiltUpon(
  database: Database,
  { imports }: Registry,
  entry: RegistryEntry,
): Promise<readonly string[]> {
  const records = database.table('records');
  const rows = await database.query(
    `SELECT DISTINCT import FROM ${records} WHERE (map, file, key) GLOBAL IN (SELECT map, file, key FROM ${records} WHERE import = ${integer(entry.token)})
      UNION DISTINCT SELECT import FROM ${database.table('reliances')} WHERE upon = ${integer(entry.token)}`,
  );
  const built = new Set(rows.map((row) => Number(row.import)));
  return imports
    .filter((later) => later.number > entry.number && later.undoneMs === null && built.has(later.token))
    .map(({ id }) => id)
    .reverse();
}

/** @throws MetricsError `known-at-too-early` where nothing had been imported by then */
export function refuseUnknownPast({ imports }: Registry, { knownAtMs }: Pick<LogBounds, 'knownAtMs'>): void {
  if (knownAtMs === null || imports.length === 0) return;
  const first = imports.reduce((least, { recordedMs }) => Math.min(least, recordedMs), Number.POSITIVE_INFINITY);
  if (knownAtMs >= first) return;
  throw new MetricsError('known-at-too-early', {
    knownAt: new Date(knownAtMs).toISOString(),
    first: new Date(first).toISOString(),
  });
}
