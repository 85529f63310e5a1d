import { ConnectorError } from '../connector-error.ts';
import type { CsvRecord } from '../csv/csv-record.ts';
import type { RecordBatch } from '../csv/record-batch.ts';
import { takeRecords } from '../csv/tokenize-batch.ts';
import { compileCells } from './compile-cells.ts';
import type { CompiledFile } from './compile-file.ts';
import type { CompiledMap } from './compile-map.ts';
import type { JoinTable } from './join-table.ts';
import type { MappedEvent } from './mapped-event.ts';
import type { PreparedTable } from './prepare-tables.ts';
import type { RowIssue } from './row-issue.ts';

/** What a row says. */
export interface RowVerdict {
  readonly line: number;
  /** The key of the row within its file, for `rows: records`; `null` when it has none. */
  readonly key: string | null;
  /** The events of the row; none when there is an issue. */
  readonly events: readonly MappedEvent[];
  /** Why the row goes to quarantine; empty for a good one. */
  readonly issues: readonly RowIssue[];
  /** When the record last changed, where the map says so. */
  readonly changedMs: number | null;
  /** True for the last row of a file without a final line break: it may have been cut off in its last cell. */
  readonly unterminated: boolean;
  /** The row as it stands in the file. */
  readonly raw: string;
}

/** Turns the rows of a table into events. */
export interface TableReader {
  readonly table: PreparedTable;
  /** Whether a changed row is a conflict or an update. */
  readonly rows: 'events' | 'records';
  /** `source` of its events. */
  readonly source: string;
  /** Gives away the rows of a batch of `splitRecords` one by one, before they are read; leaves the header out. */
  eachRecord(batch: RecordBatch, take: (record: CsvRecord) => void): void;
  /** Reads one row (never the header). */
  read(record: CsvRecord): RowVerdict;
  /** Reads the rows of a batch of `splitRecords`; leaves the header out. */
  readBatch(batch: RecordBatch): RowVerdict[];
}

/** Joined tables by the file of the map that gives. `null` reads a table as if its joins had no partners. */
export interface ReaderOptions {
  readonly joins?: ReadonlyMap<string, JoinTable> | null;
}

/**
 * Binds a compiled map to a prepared table.
 * @throws ConnectorError `unknown-file` for a table of another map, `missing-join` when a joined table is not given
 * @example
 * const reader = createTableReader(compiled, table);
 * reader.readBatch(batch)[0]?.events[0]?.type // 'lead.captured'
 */
export function createTableReader(
  compiled: CompiledMap,
  table: PreparedTable,
  options: ReaderOptions = {},
): TableReader {
  const file = compiled.files.get(table.file);
  if (file === undefined)
    throw new ConnectorError('unknown-file', { file: table.file, files: [...compiled.files.keys()] });
  const read = compileRow(file, table, options);
  const eachRecord: TableReader['eachRecord'] = (batch, take) => {
    let isHeader = batch.index === 0;
    takeRecords(batch, table.dialect, (record) => {
      if (!isHeader) take(record);
      isHeader = false;
    });
  };
  return {
    table,
    rows: file.spec.rows,
    source: file.spec.source ?? compiled.map.source,
    eachRecord,
    read,
    readBatch(batch) {
      const verdicts: RowVerdict[] = [];
      eachRecord(batch, (record) => verdicts.push(read(record)));
      return verdicts;
    },
  };
}

function compileRow(
  file: CompiledFile,
  table: PreparedTable,
  { joins }: ReaderOptions,
): (record: CsvRecord) => RowVerdict {
  const { row, readCells } = compileCells(file, table, joins);
  const { events: compiled, changedMs: readChanged } = file;
  return (record) => {
    const { line, raw, unterminated } = record;
    const key = readCells(record);
    if (key === null) return { line, key, events: [], issues: row.issues, changedMs: null, unterminated, raw };
    const events: MappedEvent[] = [];
    for (const { read } of compiled) {
      const event = read(row, key);
      if (event !== null) events.push(event);
    }
    const changedMs = readChanged?.(row) ?? null;
    return { line, key, events: row.issues.length > 0 ? [] : events, issues: row.issues, changedMs, unterminated, raw };
  };
}
