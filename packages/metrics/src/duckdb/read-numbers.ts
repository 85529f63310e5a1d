import type { DuckDBVector } from '@duckdb/node-api';
import type { Bound, Database } from './connection.ts';

/**
 * Runs a statement whose columns are INTEGER, UTINYINT or BIGINT without NULL, and answers them as numbers: whole columns
 * from the memory of the database, where value by value each one would be an object first.
 */
export async function readNumbers(
  database: Database,
  sql: string,
  values: readonly Bound[] = [],
): Promise<readonly Float64Array[]> {
  const result = await database.result(sql, values);
  const parts: (readonly ArrayLike<number>[])[] = [];
  let count = 0;
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const { columnCount, rowCount } = chunk;
    const vectors = Array.from({ length: columnCount }, (_, column) => numbersOf(chunk.getColumnVector(column)));
    parts.push(vectors);
    count += rowCount;
  }
  const columns = Array.from({ length: result.columnCount }, () => new Float64Array(count));
  let at = 0;
  for (const part of parts) {
    for (const [column, numbers] of part.entries()) (columns[column] as Float64Array).set(numbers, at);
    at += part[0]?.length ?? 0;
  }
  return columns;
}

/** What vectors of whole numbers hold them in: the database's own memory. */
interface WholeVector {
  readonly items: Int32Array | Uint8Array | BigInt64Array;
}

function numbersOf(vector: DuckDBVector): ArrayLike<number> {
  const { items } = vector as unknown as WholeVector;
  return items instanceof BigInt64Array ? numbersOf64(items) : items;
}

/** Whole numbers of 64 bits, of which those beyond 2^53 lose bits. */
function numbersOf64({ buffer, byteOffset, length }: BigInt64Array): Float64Array {
  const low = new Uint32Array(buffer, byteOffset, length * 2);
  const high = new Int32Array(buffer, byteOffset, length * 2);
  const numbers = new Float64Array(length);
  for (let at = 0; at < length; at++) numbers[at] = (high[2 * at + 1] as number) * 2 ** 32 + (low[2 * at] as number);
  return numbers;
}

/** Reads texts that a statement has joined by NUL, which none of them holds: one by one they take ten times as long. */
export async function readTexts(
  database: Database,
  sql: string,
  values: readonly Bound[] = [],
): Promise<readonly string[]> {
  const [row] = await database.rows(sql, values);
  const joined = row?.[0] ?? null;
  return joined === null ? [] : String(joined).split('\0');
}
