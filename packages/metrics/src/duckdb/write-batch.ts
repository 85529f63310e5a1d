import {
  BIGINT,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  INTEGER,
  UTINYINT,
  VARCHAR,
} from '@duckdb/node-api';
import { digestBytes } from '../batch/content-digest.ts';
import type { EventBatch } from '../batch/event-batch.ts';

const rowsPerChunk = 2048;
const types: readonly DuckDBType[] = [
  INTEGER,
  UTINYINT,
  BIGINT,
  INTEGER,
  BIGINT,
  BIGINT,
  VARCHAR,
  VARCHAR,
  VARCHAR,
  VARCHAR,
  VARCHAR,
  VARCHAR,
];

/** Table that a batch is written to before it is judged. `pos` is its place in the import. */
export const incomingTable =
  'CREATE TEMP TABLE incoming (pos INTEGER, type UTINYINT, time BIGINT, source INTEGER, digest_high BIGINT, digest_low BIGINT, id VARCHAR, subject VARCHAR, data VARCHAR, personal VARCHAR, attributes VARCHAR, secret VARCHAR)';

/** What has the values of a numeric column; the chunk's vectors do. */
interface NumericVector {
  readonly items: { [index: number]: number | bigint };
}

/**
 * Writes a batch to `incoming`. Numbers are put into the vectors' own arrays: measured at 1 M events of 12 columns,
 * 1.9 s against 2.2 s for the row appender and 4.1 s for `setColumnValues`.
 * @param indexes the events of the batch to be written, or `null` for all
 */
export async function writeBatch(
  connection: DuckDBConnection,
  batch: EventBatch,
  { sourceNumbers, firstPosition }: { readonly sourceNumbers: Int32Array; readonly firstPosition: number },
): Promise<void> {
  const digests = new DataView(batch.digest.buffer, batch.digest.byteOffset, batch.digest.byteLength);
  const appender = await connection.createAppender('incoming', 'main', 'temp');
  for (let start = 0; start < batch.count; start += rowsPerChunk) {
    const rows = Math.min(rowsPerChunk, batch.count - start);
    const chunk = DuckDBDataChunk.create([...types], rows);
    chunk.rowCount = rows;
    const numbers = (column: number) => (chunk.getColumnVector(column) as unknown as NumericVector).items;
    const [pos, type, time, source, high, low] = [0, 1, 2, 3, 4, 5].map(numbers) as [
      NumericVector['items'],
      NumericVector['items'],
      NumericVector['items'],
      NumericVector['items'],
      NumericVector['items'],
      NumericVector['items'],
    ];
    for (let row = 0; row < rows; row++) {
      const event = start + row;
      pos[row] = firstPosition + event;
      type[row] = batch.type[event] as number;
      time[row] = BigInt(batch.timeMs[event] as number);
      source[row] = sourceNumbers[event] as number;
      high[row] = digests.getBigInt64(event * digestBytes);
      low[row] = digests.getBigInt64(event * digestBytes + 8);
    }
    const texts = [batch.id, batch.subject, batch.data, batch.personal, batch.attributes, batch.secret];
    for (const [index, values] of texts.entries()) {
      const vector = chunk.getColumnVector(6 + index);
      for (let row = 0; row < rows; row++) vector.setItem(row, values[start + row] ?? null);
    }
    for (let column = 0; column < types.length; column++) chunk.getColumnVector(column).flush();
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
