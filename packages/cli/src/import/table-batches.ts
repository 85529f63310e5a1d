import { createReadStream } from 'node:fs';
import { type PreparedTable, type RecordBatch, splitRecords } from '@sameteam/connectors';

/** Bytes that are read at once, which is also what one batch of records weighs: some 8,000 rows of a lead export. */
const chunkBytes = 1 << 20;

/** A table of an import and where it lies. */
export interface LocatedTable {
  readonly path: string;
  readonly table: PreparedTable;
}

/**
 * The records of a file in batches, from its first to its last.
 * @param onBytes called with the number of bytes read, for progress
 */
export async function* tableBatches(
  { path, table }: LocatedTable,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<RecordBatch> {
  const splitter = splitRecords(table.dialect);
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    onBytes((chunk as Buffer).length);
    yield* splitter.push(chunk as Buffer);
  }
  yield* splitter.end();
}
