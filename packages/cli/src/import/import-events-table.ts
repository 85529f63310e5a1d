import type { JoinTable, LeadMap, PreparedTable, RecordBatch, TableReader } from '@sameteam/connectors';
import { concatBatches, type ImportSession, type QuarantinedRow } from '@sameteam/metrics';
import { startBatchWorkers } from './batch-workers.ts';
import { erasedRow, withoutErased } from './erased-rows.ts';
import { type ImportTally, tallyQuarantined, tallySilent } from './import-tally.ts';
import { type ReadRows, readRows } from './read-rows.ts';
import { type LocatedTable, tableBatches } from './table-batches.ts';
import { tableReading } from './table-reading.ts';

/** What the import of one table needs beside it. */
export interface TableImport {
  readonly session: ImportSession;
  readonly map: LeadMap;
  readonly joins: ReadonlyMap<string, JoinTable>;
  readonly tally: ImportTally;
  /** Threads that read; 0 reads in this one. */
  readonly threads: number;
  readonly stop: AbortSignal;
  readonly onBytes: (bytes: number) => void;
  /** Called when a batch has been appended. */
  readonly onStep: () => void;
  /** Time that each stage took, for the bench. */
  readonly spent?: (stage: 'read' | 'append' | 'commit', ms: number) => void;
}

/** Batches that are on their way for each thread, so that a thread never waits for the next one. */
const batchesPerThread = 6;

/** Rows that are appended at once. */
const rowsPerAppend = 50_000;

type ReadBatch = { readonly batch: RecordBatch; readonly read: ReadRows };

/** Imports a table whose rows are events: batches are read by threads and appended in their order. */
export async function importEventsTable(located: LocatedTable, work: TableImport): Promise<void> {
  const reading = tableReading(work.map, located.table, work.joins);
  const workers =
    work.threads === 0
      ? null
      : startBatchWorkers({ map: work.map, table: located.table, joins: work.joins }, work.threads);
  const read = async (batch: RecordBatch): Promise<ReadBatch> =>
    workers === null ? { batch, read: readRows(reading, batch) } : workers.read(batch);
  const underway: Promise<ReadBatch>[] = [];
  let arrived: ReadBatch[] = [];
  const take = async (): Promise<void> => {
    const startMs = performance.now();
    const next = await (underway.shift() as Promise<ReadBatch>);
    work.spent?.('read', performance.now() - startMs);
    work.stop.throwIfAborted();
    arrived.push(next);
    if (arrived.reduce((sum, { read }) => sum + read.rows, 0) < rowsPerAppend) return;
    await appendRows(arrived, reading.reader, work);
    arrived = [];
  };
  try {
    for await (const batch of tableBatches(located, work.onBytes)) {
      const next = read(batch);
      // A failure is met where the batch is taken; until then it must not count as unhandled.
      next.catch(() => undefined);
      underway.push(next);
      if (underway.length > work.threads * batchesPerThread) await take();
    }
    while (underway.length > 0) await take();
    if (arrived.length > 0) await appendRows(arrived, reading.reader, work);
  } finally {
    await workers?.close();
  }
}

async function appendRows(arrived: readonly ReadBatch[], reader: TableReader, work: TableImport): Promise<void> {
  const startMs = performance.now();
  const { tally, session } = work;
  const verdicts = await session.append(concatBatches(arrived.map(({ read }) => read.events)));
  const bad: QuarantinedRow[] = [];
  const silent: number[] = [];
  let group = 0;
  for (const { batch, read } of arrived) {
    const conflicts: number[] = [];
    const told = new Set(read.events.group);
    for (const [index, line] of read.lines.entries()) {
      if (!told.has(read.events.firstGroup + index)) silent.push(line);
      const verdict = verdicts[group++];
      if (verdict === 'accepted') tally.accepted += 1;
      else if (verdict === 'duplicate') tally.duplicates += 1;
      else if (verdict === 'erased') bad.push(erasedRow({ file: reader.table.name, line }));
      else conflicts.push(line);
    }
    tally.read += read.rows;
    bad.push(...(await withoutErased(session, read.quarantined)), ...conflictRows(conflicts, batch, reader));
    if (read.unterminatedLine !== null) tally.warnings.push(unterminated(reader.table.name, read.unterminatedLine));
  }
  bad.sort((a, b) => a.line - b.line);
  if (bad.length > 0) await session.quarantine(bad);
  tallyQuarantined(tally, bad);
  tallySilent(tally, reader.table.name, silent);
  work.spent?.('append', performance.now() - startMs);
  work.onStep();
}

/** The rows behind conflicts, read again from their batch. */
function conflictRows(lines: readonly number[], batch: RecordBatch, reader: TableReader): readonly QuarantinedRow[] {
  if (lines.length === 0) return [];
  const wanted = new Set(lines);
  return reader
    .readBatch(batch)
    .filter(({ line }) => wanted.has(line))
    .map(({ line, key, raw }) => conflictRow({ file: reader.table.name, line, raw }, key));
}

/** A row that says something else under an id that is known. */
function conflictRow(place: Pick<QuarantinedRow, 'file' | 'line' | 'raw'>, key: string | null): QuarantinedRow {
  const what = key === null ? 'An event of this row' : `"${key}"`;
  return {
    ...place,
    column: null,
    code: 'conflict',
    message: `${what} is known already and said something else there. Mend the id; or if a changed row is an update, say \`rows: records\` in the map, import the earlier export with it once more, which adds nothing, and then this one.`,
  };
}

/** Nobody can tell whether a last row without a line break is whole. */
export function unterminated(file: string, line: number): ImportTally['warnings'][number] {
  return {
    code: 'no-final-newline',
    count: 1,
    sentence: `${file} ends without a line break in line ${line}: if it was cut off there, import it again whole.`,
  };
}

/** The file of the map that a table is. */
export function fileSpec(map: LeadMap, { file }: Pick<PreparedTable, 'file'>): LeadMap['files'][string] {
  return map.files[file] as LeadMap['files'][string];
}
