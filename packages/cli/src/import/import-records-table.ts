import { createHmac } from 'node:crypto';
import { compileMap, createTableReader, diffRecord, type RecordBatch, type TableReader } from '@sameteam/connectors';
import { EventBatchBuilder, type QuarantinedRow, type RecordState } from '@sameteam/metrics';
import { nodePlatform } from '@sameteam/metrics/duckdb';
import { conflictRow, type TableImport, unterminated } from './import-events-table.ts';
import { tallyQuarantined } from './import-tally.ts';
import { type CheckedRow, checkEvents, checkRow } from './read-rows.ts';
import { type LocatedTable, tableBatches } from './table-batches.ts';

/** What the import of a table of records needs beyond that of events. */
export interface RecordsImport extends TableImport {
  /** Name of the map, under which the states of its records are kept: its `source`. */
  readonly source: string;
  readonly recordedMs: number;
}

/** Vanished records that are named. */
const namedVanished = 5;

/** Imports a table whose rows are records: what changed since the last export becomes events. */
export async function importRecordsTable(located: LocatedTable, work: RecordsImport): Promise<void> {
  const reader = createTableReader(compileMap(work.map), located.table, { joins: work.joins });
  for await (const batch of tableBatches(located, work.onBytes)) {
    work.stop.throwIfAborted();
    await importBatch(batch, reader, work);
  }
  const { file, name } = located.table;
  const { count, keys } = await work.session.vanished(work.source, file, namedVanished);
  if (count === 0) return;
  const more = count > keys.length ? ` and ${count - keys.length} more` : '';
  work.tally.warnings.push({
    code: 'vanished',
    count,
    sentence: `${count} ${count === 1 ? 'record' : 'records'} of an earlier export ${count === 1 ? 'is' : 'are'} missing from ${name} and kept as ${count === 1 ? 'it was' : 'they were'}: ${keys.join(', ')}${more}.`,
  });
}

async function importBatch(batch: RecordBatch, reader: TableReader, work: RecordsImport): Promise<void> {
  const { session, tally, source } = work;
  const { file, name } = reader.table;
  const rows = reader.readBatch(batch).map((row) => checkRow(row, name));
  tally.read += rows.length;
  const good = rows.filter((row) => row.success);
  const bad: QuarantinedRow[] = rows.flatMap((row) => (row.success ? [] : [row.quarantined]));
  const keys = good.map(({ row }) => row.key as string);
  const seen = new Set(await session.seenRecords(source, file, keys));
  const states = new Map(await session.recordStates(source, file, keys));
  const hash = (text: string) => createHmac('sha256', session.recordSecret).update(text).digest('hex');

  const builder = new EventBatchBuilder(nodePlatform);
  const sent: { readonly checked: CheckedRow; readonly record: RecordState }[] = [];
  for (const checked of good) {
    const { row } = checked;
    const key = row.key as string;
    if (row.unterminated) tally.warnings.push(unterminated(name, row.line));
    const previous = states.get(key) ?? null;
    const { events, state } = diffRecord(
      previous,
      { record: `${file}/${key}`, source, events: row.events },
      { changedMs: row.changedMs ?? work.recordedMs, hash },
    );
    if (events.length === 0) {
      tally.duplicates += 1;
      continue;
    }
    if (seen.has(key)) {
      bad.push(conflictRow({ file: name, line: row.line, raw: row.raw }, key));
      continue;
    }
    seen.add(key);
    states.set(key, state);
    const valid = checkEvents(events);
    if (!valid.success) {
      bad.push({ file: name, line: row.line, column: null, raw: row.raw, ...valid.fault });
      continue;
    }
    for (const event of valid.events) builder.add(sent.length, event, { sorted: true });
    sent.push({ checked, record: { key, state } });
  }

  const verdicts = await session.append(builder.take({ firstGroup: 0, groupCount: sent.length }));
  const kept: RecordState[] = [];
  for (const [group, { checked, record }] of sent.entries()) {
    if (verdicts[group] === 'conflict') {
      bad.push(conflictRow({ file: name, line: checked.row.line, raw: checked.row.raw }, record.key));
      continue;
    }
    if (verdicts[group] === 'accepted') tally.accepted += 1;
    else tally.duplicates += 1;
    kept.push(record);
  }
  await session.saveRecords(source, file, kept);
  // A row in quarantine is there too: its record has not vanished.
  await session.markSeen(
    source,
    file,
    rows.flatMap(({ row }) => row.key ?? []),
  );
  bad.sort((a, b) => a.line - b.line);
  if (bad.length > 0) await session.quarantine(bad);
  tallyQuarantined(tally, bad);
  work.onStep();
}
