import type { CsvRecord } from '../csv/csv-record.ts';
import { compileCells } from '../map/compile-cells.ts';
import type { CompiledMap } from '../map/compile-map.ts';
import type { PreparedTable } from '../map/prepare-tables.ts';
import type { ReaderOptions } from '../map/table-reader.ts';
import { createEventWriter, type EventWriter } from './event-writer.ts';
import type { PickPayload } from './plan-event.ts';
import type { WrittenEvent } from './written-event.ts';

/** Writes the events of good rows straight from their cells. It never says what is wrong with a row: that is for reading it. */
export interface TableWriter {
  /**
   * Writes the events of a row: what reading it, `validateEvent` and `JSON.stringify` would come to, at half the cost.
   * @returns `null` when the row must be read, be it that something is wrong or that its like was not seen before
   */
  write(record: CsvRecord): readonly WrittenEvent[] | null;
  /** To be called when the row that `write` gave back last was read and the model has taken each of its events. */
  learn(): void;
}

/** What a writer needs to know. */
export interface WriterOptions extends ReaderOptions {
  /** What is wanted of an event beside its data. */
  readonly payload: PickPayload;
}

/** A writer that gives back more rows than it writes costs time: after so many it gives back all. */
const patience = 4096;

/**
 * Makes the writer of a table, for use beside its reader.
 * @returns `null` where no row can be written: a file of records, an event with fields that cannot be checked each for
 *   itself, a table of another map
 * @throws ConnectorError `missing-join` when a joined table is not given
 * @example
 * const reader = createTableReader(compiled, table);
 * const writer = createTableWriter(compiled, table, { payload: (_, { source }) => (source === undefined ? null : { source }) });
 * const written: unknown[] = [];
 * reader.eachRecord(batch, (record) => {
 *   written.push(writer?.write(record));
 *   if (reader.read(record).issues.length === 0) writer?.learn();
 *   written.push(writer?.write(record)?.[0]?.data);
 * });
 * written // [null, '{"source":{"channel":"paid_search"}}']
 */
export function createTableWriter(
  compiled: CompiledMap,
  table: PreparedTable,
  { payload, joins }: WriterOptions,
): TableWriter | null {
  const file = compiled.files.get(table.file);
  if (file === undefined || file.spec.rows === 'records') return null;
  const { row, readCells } = compileCells(file, table, joins);
  const writers: EventWriter[] = [];
  for (const event of file.events) {
    const writer = createEventWriter(event, row, payload);
    if (writer === null) return null;
    writers.push(writer);
  }
  let balance = patience;
  let open: EventWriter | null = null;
  const write = (record: CsvRecord): readonly WrittenEvent[] | null => {
    const key = readCells(record);
    if (key === null) return null;
    const events: WrittenEvent[] = [];
    for (const writer of writers) {
      const event = writer.write(key);
      if (event === undefined) {
        open = writer;
        return null;
      }
      if (event !== null) events.push(event);
    }
    return row.issues.length > 0 ? null : events;
  };
  return {
    write(record) {
      open = null;
      if (balance <= 0) return null;
      const events = write(record);
      if (events === null) balance -= 1;
      else if (balance < patience) balance += 1;
      return events;
    },
    learn() {
      open?.learn();
    },
  };
}
