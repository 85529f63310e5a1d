import { keepableRow } from '../batch/keepable-row.ts';
import type { ImportSummary, QuarantinedRow, RegisteredImport } from '../engine.ts';
import { MetricsError } from '../metrics-error.ts';
import type { LogBounds } from '../plan/reduction.ts';
import type { Database } from './connection.ts';

/** Keeps rows that were not taken. */
export async function keepQuarantine(
  database: Database,
  importNumber: number,
  rows: readonly QuarantinedRow[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += 1000) {
    const part = rows.slice(start, start + 1000).map(keepableRow);
    const shape =
      '[{"file":"VARCHAR","line":"BIGINT","column":"VARCHAR","code":"VARCHAR","message":"VARCHAR","raw":"VARCHAR"}]';
    await database.run(
      `INSERT INTO quarantine SELECT ${importNumber}, r.file, r.line, r."column", r.code, r.message, r.raw FROM (SELECT unnest(from_json($1, '${shape}')) AS r)`,
      [JSON.stringify(part)],
    );
  }
}

/** An import for the registry. `first` and `last` are the times of its events, `null` where it has none. */
export interface RegisteredSession {
  readonly importNumber: number;
  readonly id: string;
  readonly recordedMs: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly summary: ImportSummary;
}

/**
 * Writes an import and what it came to into the registry, and the span of its events, so that the span of the whole log
 * never has to be looked for in the log.
 */
export async function registerImport(
  database: Database,
  { importNumber, id, recordedMs, first, last, summary }: RegisteredSession,
): Promise<void> {
  const { files, read, accepted, duplicates, quarantined } = summary;
  await database.run(
    `INSERT INTO imports VALUES ($1, $2, $3::BIGINT, NULL, $4, $5::BIGINT, $6::BIGINT, $7::BIGINT, $8::BIGINT, $9::BIGINT, $10::BIGINT)`,
    [importNumber, id, recordedMs, JSON.stringify(files), read, accepted, duplicates, quarantined, first, last],
  );
}

/** Later imports that keep what has changed in records of this one, or relied on its events for records, the last first. */
export async function importsBuiltUpon(database: Database, id: string): Promise<readonly string[]> {
  const rows = await database.query(
    `WITH built AS (
        SELECT later.import FROM records mine JOIN imports i ON i.number = mine.import AND i.id = $1
        JOIN records later ON later.map = mine.map AND later.file = mine.file AND later.key = mine.key AND later.import > mine.import
        UNION SELECT r.import FROM reliances r JOIN imports i ON i.number = r.upon AND i.id = $1)
      SELECT later.id FROM built JOIN imports later ON later.number = built.import AND later.undone IS NULL ORDER BY later.number DESC`,
    [id],
  );
  return rows.map((row) => String(row.id));
}

/** @throws MetricsError `known-at-too-early` where nothing had been imported by then */
export async function refuseUnknownPast(database: Database, { knownAtMs }: LogBounds): Promise<void> {
  if (knownAtMs === null) return;
  const [row] = await database.query('SELECT min(recorded) AS first FROM imports');
  const first = row?.first as number | null | undefined;
  if (first === null || first === undefined || knownAtMs >= first) return;
  throw new MetricsError('known-at-too-early', {
    knownAt: new Date(knownAtMs).toISOString(),
    first: new Date(first).toISOString(),
  });
}

/** All imports, the first first. */
export async function registeredImports(database: Database): Promise<readonly RegisteredImport[]> {
  const rows = await database.query('SELECT * FROM imports ORDER BY number');
  return rows.map((row) => ({
    id: String(row.id),
    recordedMs: Number(row.recorded),
    undoneMs: row.undone === null || row.undone === undefined ? null : Number(row.undone),
    files: row.files === null ? [] : (JSON.parse(String(row.files)) as string[]),
    read: Number(row.read),
    accepted: Number(row.accepted),
    duplicates: Number(row.duplicates),
    quarantined: Number(row.quarantined),
  }));
}
