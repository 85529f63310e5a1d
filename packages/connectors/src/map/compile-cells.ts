import { ConnectorError } from '../connector-error.ts';
import type { CsvRecord } from '../csv/csv-record.ts';
import type { CompiledFile } from './compile-file.ts';
import { type JoinTable, joinKey } from './join-table.ts';
import { normalCell } from './normal-cell.ts';
import type { PreparedTable } from './prepare-tables.ts';
import { RowContext } from './row-context.ts';
import { problemMessages } from './row-issue.ts';

/** Reads the cells of a record into the row; answers the key of the row, or `null` where an issue was noted instead. */
export type ReadCells = (record: CsvRecord) => string | null;

/**
 * Finds the cells of a file in a table.
 * @param joins joined tables by the file of the map that gives; `null` reads as if there were no partners
 * @throws ConnectorError `missing-join` when a joined table is not given
 */
export function compileCells(
  file: CompiledFile,
  table: PreparedTable,
  joins: ReadonlyMap<string, JoinTable> | null | undefined,
): { readonly row: RowContext; readonly readCells: ReadCells } {
  const row = new RowContext(table.name, file.headings);
  const columns = file.headings.map((heading) => table.header.indexOf(heading));
  const normal = normalCell(file.spec.trim ?? true, file.spec.empty ?? []);
  const applyJoins = compileJoins(file, table, joins);
  const width = table.header.length;
  const { keySlots } = file;
  const readCells: ReadCells = (record) => {
    row.issues = [];
    row.line = record.line;
    row.raw = record.raw;
    if (!checkShape(record, width, row)) return null;
    for (let slot = 0; slot < columns.length; slot += 1) {
      const column = columns[slot] as number;
      row.values[slot] = column < 0 ? undefined : normal(record.cells[column]);
    }
    applyJoins?.(row);
    return readKey(row, keySlots);
  };
  return { row, readCells };
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
