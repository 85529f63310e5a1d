import { ConnectorError } from '../connector-error.ts';
import type { CsvRecord } from '../csv/csv-record.ts';
import type { RecordBatch } from '../csv/record-batch.ts';
import { tokenizeBatch } from '../csv/tokenize-batch.ts';
import type { CompiledFile } from './compile-file.ts';
import type { CompiledMap } from './compile-map.ts';
import { type JoinTable, joinKey } from './join-table.ts';
import type { MappedEvent } from './mapped-event.ts';
import { normalCell } from './normal-cell.ts';
import type { PreparedTable } from './prepare-tables.ts';
import { RowContext } from './row-context.ts';
import { problemMessages, type RowIssue } from './row-issue.ts';

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
  return {
    table,
    rows: file.spec.rows,
    source: file.spec.source ?? compiled.map.source,
    read,
    readBatch(batch) {
      const records = tokenizeBatch(batch, table.dialect);
      return (batch.index === 0 ? records.slice(1) : records).map(read);
    },
  };
}

function compileRow(
  file: CompiledFile,
  table: PreparedTable,
  options: ReaderOptions,
): (record: CsvRecord) => RowVerdict {
  const row = new RowContext(table.name, file.headings);
  const columns = file.headings.map((heading) => table.header.indexOf(heading));
  const normal = normalCell(file.spec.trim ?? true, file.spec.empty ?? []);
  const applyJoins = compileJoins(file, table, options.joins);
  const width = table.header.length;
  const { events: readers, keySlots, changedMs: readChanged } = file;
  return (record) => {
    const { line, raw, cells, unterminated } = record;
    row.issues = [];
    row.line = line;
    row.raw = raw;
    if (!checkShape(record, width, row))
      return { line, key: null, events: [], issues: row.issues, changedMs: null, unterminated, raw };
    for (let slot = 0; slot < columns.length; slot += 1) {
      const column = columns[slot] as number;
      row.values[slot] = column < 0 ? undefined : normal(cells[column]);
    }
    applyJoins?.(row);
    const key = readKey(row, keySlots);
    if (key === null) return { line, key, events: [], issues: row.issues, changedMs: null, unterminated, raw };
    const events: MappedEvent[] = [];
    for (const readEvent of readers) {
      const event = readEvent(row, key);
      if (event !== null) events.push(event);
    }
    const changedMs = readChanged?.(row) ?? null;
    return { line, key, events: row.issues.length > 0 ? [] : events, issues: row.issues, changedMs, unterminated, raw };
  };
}

function checkShape(record: CsvRecord, width: number, row: RowContext): boolean {
  const { problem, cells, unterminated } = record;
  if (problem !== null) {
    row.fail(problem, null, problemMessages[problem]);
    return false;
  }
  if (cells.length === width) return true;
  if (cells.length < width) {
    const why = `The row has ${cells.length} of ${width} cells.`;
    if (unterminated) row.fail('cut-off', null, `${why} ${problemMessages['cut-off']}`);
    else
      row.fail('too-few-cells', null, `${why} Look for a missing delimiter, or a line break that belongs into quotes.`);
    return false;
  }
  // Spreadsheets end rows with empty cells: nothing is lost with them.
  if (cells.slice(width).every((cell) => cell === '')) return true;
  row.fail(
    'too-many-cells',
    null,
    `The row has ${cells.length} cells, the header ${width}. Put cells that hold the delimiter in quotes.`,
  );
  return false;
}

function readKey(row: RowContext, slots: readonly number[]): string | null {
  const parts: string[] = [];
  for (const slot of slots) {
    const value = row.values[slot];
    if (value === undefined) {
      row.fail(
        'missing-key',
        slot,
        `The cell is empty, but it identifies the row. Fill it, or choose another \`key\` in the map.`,
      );
      return null;
    }
    parts.push(value);
  }
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return parts.map((part) => part.replace(/[%/]/g, encodeURIComponent)).join('/');
}

function compileJoins(
  file: CompiledFile,
  table: PreparedTable,
  tables: ReadonlyMap<string, JoinTable> | null | undefined,
): ((row: RowContext) => void) | null {
  const joins = file.spec.joins ?? [];
  if (joins.length === 0 || tables === null) return null;
  const compiled = joins.map((join) => {
    const rows = tables?.get(join.file);
    if (rows === undefined) throw new ConnectorError('missing-join', { file: table.file, other: join.file });
    const on = Object.keys(join.on).map((heading) => file.headings.indexOf(heading));
    const into = join.take.map((heading) => file.headings.indexOf(`${join.file}.${heading}`));
    return { join, rows, on, into };
  });
  return (row) => {
    for (const { join, rows, on, into } of compiled) {
      const key = joinKey(on.map((slot) => row.values[slot]));
      const partner = key === null ? undefined : rows.get(key);
      if (partner === null)
        row.fail(
          'join-not-unique',
          on[0] ?? null,
          `Several rows of "${join.file}" have the key ${key}. Keep one of them.`,
        );
      if (partner === undefined && join.required === true)
        row.fail('join-no-partner', on[0] ?? null, `No row of "${join.file}" has the key ${key ?? '(empty)'}.`);
      into.forEach((slot, index) => {
        if (slot >= 0) row.values[slot] = partner?.[index];
      });
    }
  };
}
