import { type ColumnIssue, type EventHeader, eventOfCells, readEventHeader } from '@sameteam/model';
import type { CsvDialect } from '../csv/dialect.ts';
import type { Item } from './item.ts';
import type { ItemSplitter } from './split-items.ts';
import { splitRows } from './split-rows.ts';

/** An event of a row, still to be checked with `validateEvent`, or why the row gives none. */
export interface CsvItem extends Item {
  /**
   * The column of the file behind a JSON pointer into the event, and what is wrong with its name; `null` where the file has
   * no such column.
   */
  columnOf(pointer: string): CsvColumn | null;
}

/** A column of a file of events. */
export interface CsvColumn {
  readonly name: string;
  /** What is wrong with the column itself, such as a name that no event has. */
  readonly issue: ColumnIssue | null;
}

/** What takes the events of a table. */
export interface CsvEventTaker {
  /** Called once, before any event, with what is wrong with the columns: rows are read nevertheless. */
  header(issues: readonly ColumnIssue[]): void;
  item(item: CsvItem): void;
}

/**
 * Reads a table of events, by the columns of `eventColumns`: one event a row, in little memory, and on after a broken row.
 * @param dialect see `sniffDialect`
 * @example
 * const values: unknown[] = [];
 * const events = csvEvents(dialect, { header: () => {}, item: ({ value }) => values.push(value) });
 * events.push(new TextEncoder().encode('id,type\n1,lead.captured\n'));
 * events.end();
 * values // [{ specversion: '1.0', type: 'lead.captured', data: {}, id: '1' }]
 */
export function csvEvents(dialect: CsvDialect, taker: CsvEventTaker): ItemSplitter {
  let header = readEventHeader([]);
  return splitRows(dialect, {
    header(cells) {
      header = readEventHeader(cells);
      taker.header(header.issues);
    },
    row({ index, line, cells, fault }) {
      const value = fault === null ? eventOfCells(header, cells) : undefined;
      const columnOf = (pointer: string) => findColumn(header, typeOf(value), pointer);
      taker.item({ index, line, value, fault, columnOf });
    },
  });
}

function typeOf(event: Readonly<Record<string, unknown>> | undefined): string {
  return typeof event?.type === 'string' ? event.type : '';
}

function findColumn(header: EventHeader, type: string, pointer: string): CsvColumn | null {
  const columns = header.columnsOf(type);
  const place = header.names.findIndex((name, column) => {
    const path = columns[column]?.path ?? ['data', name];
    return `/${path.map((key) => escapeKey(String(key))).join('/')}` === pointer;
  });
  const name = header.names[place];
  return name === undefined ? null : { name, issue: header.issues.find(({ column }) => column === place) ?? null };
}

function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
