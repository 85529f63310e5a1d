import { createHmac } from 'node:crypto';
import { compileMap, createTableReader, type RecordBatch, type TableReader } from '@sameteam/connectors';
import { EventBatchBuilder, type QuarantinedRow, type Verdict } from '@sameteam/metrics';
import { type BlameColumn, blamedColumn } from './blamed-column.ts';
import { type ChangedRecord, type DiffedRows, diffRows } from './diff-rows.ts';
import { erasedRow, withoutErased } from './erased-rows.ts';
import { fileSpec, type TableImport, unterminated } from './import-events-table.ts';
import { counted } from './import-progress.ts';
import { tallyQuarantined } from './import-tally.ts';
import { type CheckedRow, checkRow } from './read-rows.ts';
import { type LocatedTable, tableBatches } from './table-batches.ts';

/** What the import of a table of records needs beyond that of events. */
export interface RecordsImport extends TableImport {
  /** Name of the map, under which the states of its records are kept: its `source`. */
  readonly source: string;
  readonly recordedMs: number;
}

interface RecordsReader {
  readonly reader: TableReader;
  readonly blame: BlameColumn;
  readonly hash: (text: string) => string;
}

/** Vanished records that are named. */
const namedVanished = 5;

/** Imports a table whose rows are records: what changed since the last export becomes events. */
export async function importRecordsTable(located: LocatedTable, work: RecordsImport): Promise<void> {
  const { recordSecret } = work.session;
  const records: RecordsReader = {
    reader: createTableReader(compileMap(work.map), located.table, { joins: work.joins }),
    blame: blamedColumn(fileSpec(work.map, located.table)),
    hash: (text) => createHmac('sha256', recordSecret).update(text).digest('hex'),
  };
  for await (const batch of tableBatches(located, work.onBytes)) {
    work.stop.throwIfAborted();
    await importBatch(batch, records, work);
  }
  await tellVanished(located, work);
}

async function importBatch(batch: RecordBatch, { reader, blame, hash }: RecordsReader, work: RecordsImport) {
  const { session, tally, source, recordedMs } = work;
  const { file, name } = reader.table;
  const rows = reader.readBatch(batch).map((row) => checkRow(row, name, blame));
  const keys = rows.flatMap(({ row }) => row.key ?? []);
  const states = await session.recordStates(source, file, keys);
  const seen = await session.seenRecords(source, file, keys);
  const diffed = diffRows(rows, { name, file, source, states, seen, recordedMs, hash, blame });
  const verdicts = await session.append(batchOf(diffed.changed));
  const isTaken = ({ of }: { readonly of: number }) => verdicts[of] === 'accepted' || verdicts[of] === 'duplicate';
  const kept = diffed.changed.filter((_, index) => isTaken({ of: index })).map(({ record }) => record);
  await session.saveRecords(source, file, kept);
  // A row in quarantine is there too: its record has not vanished.
  await session.markSeen(source, file, keys);

  const bad = [...(await withoutErased(session, diffed.bad)), ...refusedRows(diffed, verdicts, name)];
  bad.sort((a, b) => a.line - b.line);
  if (bad.length > 0) await session.quarantine(bad);
  tallyQuarantined(tally, bad);
  tally.read += rows.length;
  tally.accepted += verdicts.filter((verdict) => verdict === 'accepted').length;
  tally.duplicates += verdicts.filter((verdict) => verdict === 'duplicate').length;
  tally.duplicates += diffed.unchanged + diffed.repeats.filter(isTaken).length;
  const last = rows.at(-1);
  if (last?.success && last.row.unterminated) tally.warnings.push(unterminated(name, last.row.line));
  work.onStep();
}

function batchOf(changed: readonly ChangedRecord[]) {
  const builder = new EventBatchBuilder();
  for (const [group, { events }] of changed.entries())
    for (const event of events) builder.add(group, event, { sorted: true });
  return builder.take({ firstGroup: 0, groupCount: changed.length });
}

/** Rows of erased records, and rows of which an event stands in the store with another content, though no state of the record is known. */
function refusedRows(
  { changed, repeats }: DiffedRows,
  verdicts: readonly Verdict[],
  file: string,
): readonly QuarantinedRow[] {
  const rows: readonly { readonly row: CheckedRow['row']; readonly of: number }[] = [
    ...changed.map(({ row }, of) => ({ row, of })),
    ...repeats,
  ];
  return rows.flatMap(({ row, of }) => {
    if (verdicts[of] === 'erased') return [erasedRow({ file, line: row.line })];
    return verdicts[of] === 'conflict' ? [conflictRow(row, file)] : [];
  });
}

function conflictRow({ line, raw, key }: CheckedRow['row'], file: string): QuarantinedRow {
  const message = `"${key}" said something else when it was imported with \`rows: events\`, and nothing was kept to compare it with. Import that earlier export once more with this map, which adds nothing, and then this one.`;
  return { file, line, column: null, code: 'conflict', message, raw };
}

async function tellVanished({ table: { file, name } }: LocatedTable, work: RecordsImport): Promise<void> {
  const { count, keys } = await work.session.vanished(work.source, file, namedVanished);
  if (count === 0) return;
  const more = count > keys.length ? ` and ${count - keys.length} more` : '';
  const [are, were] = count === 1 ? ['is', 'it was'] : ['are', 'they were'];
  work.tally.warnings.push({
    code: 'vanished',
    count,
    sentence: `${counted(count, 'record')} of an earlier export ${are} missing from ${name} and kept as ${were}: ${keys.join(', ')}${more}.`,
  });
}
