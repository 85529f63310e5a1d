import {
  BIGINT,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
  type DuckDBVector,
  INTEGER,
  UTINYINT,
} from '@duckdb/node-api';
import { pickItems } from '../batch/pick-events.ts';

/** A column of rows: numbers as a vector of the database has them in memory, or values that are set one by one. */
export type Column = NumberColumn | { readonly type: DuckDBType; readonly values: readonly DuckDBValue[] };

/** A column of numbers, each in `width` bytes. */
export interface NumberColumn {
  readonly type: DuckDBType;
  readonly bytes: Uint8Array;
  readonly width: number;
  /** A bit for each row that has a value, in whole words of 64 bits; all rows have one where there is none. */
  readonly validity?: Uint8Array<ArrayBuffer>;
  /** Whether no row has a value, as in many columns of facts. */
  readonly isBlank?: boolean;
}

/** A column of INTEGER. */
export function integers32(numbers: Int32Array): NumberColumn {
  return { type: INTEGER, bytes: bytesOf(numbers), width: 4 };
}

/** A column of INTEGER with the same number in each row. */
export function constant32(count: number, number: number): NumberColumn {
  return integers32(new Int32Array(count).fill(number));
}

/** A column of INTEGER of the numbers of codes, where code and number 0 are none. */
export function coded32(codes: Int32Array, numberOf: Int32Array): NumberColumn {
  const count = codes.length;
  const numbers = new Int32Array(count);
  const validity = noValidity(count);
  let known = 0;
  for (let row = 0; row < count; row++) {
    const code = codes[row] as number;
    if (code === 0) continue;
    numbers[row] = numberOf[code] as number;
    validity[row >> 3] = (validity[row >> 3] as number) | (1 << (row & 7));
    known += 1;
  }
  return { ...integers32(numbers), ...knownRows(validity, known, count) };
}

/** A column of BIGINT of whole numbers within 2^53, where NaN is none. */
export function nullable64(numbers: Float64Array): NumberColumn {
  const count = numbers.length;
  const words = new Int32Array(count * 2);
  const validity = noValidity(count);
  let known = 0;
  for (let row = 0; row < count; row++) {
    const number = numbers[row] as number;
    if (Number.isNaN(number)) continue;
    const high = Math.floor(number / 2 ** 32);
    words[2 * row] = number - high * 2 ** 32;
    words[2 * row + 1] = high;
    validity[row >> 3] = (validity[row >> 3] as number) | (1 << (row & 7));
    known += 1;
  }
  return { type: BIGINT, bytes: bytesOf(words), width: 8, ...knownRows(validity, known, count) };
}

/**
 * A column of INTEGER of whole numbers, where NaN is none.
 * @param of what stands for each number
 */
export function nullable32(numbers: Float64Array, of: (number: number) => number = (number) => number): NumberColumn {
  const count = numbers.length;
  const items = new Int32Array(count);
  const validity = noValidity(count);
  let known = 0;
  for (let row = 0; row < count; row++) {
    const number = numbers[row] as number;
    if (Number.isNaN(number)) continue;
    items[row] = of(number);
    validity[row >> 3] = (validity[row >> 3] as number) | (1 << (row & 7));
    known += 1;
  }
  return { ...integers32(items), ...knownRows(validity, known, count) };
}

/** Columns of INTEGER and of BIGINT in which no row has a value. */
export function blankColumns(count: number): { readonly of32: NumberColumn; readonly of64: NumberColumn } {
  const blank = { bytes: new Uint8Array(0), validity: noValidity(count), isBlank: true };
  return { of32: { ...blank, type: INTEGER, width: 4 }, of64: { ...blank, type: BIGINT, width: 8 } };
}

function noValidity(count: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Math.ceil(count / 64) * 8);
}

function knownRows(
  validity: Uint8Array<ArrayBuffer>,
  known: number,
  count: number,
): Pick<NumberColumn, 'validity' | 'isBlank'> {
  return known === count ? {} : { validity, isBlank: known === 0 };
}

/** A column of UTINYINT. */
export function integers8(numbers: Uint8Array): NumberColumn {
  return { type: UTINYINT, bytes: numbers, width: 1 };
}

/** A column of BIGINT of whole numbers below 2^53. */
export function integers64(numbers: Float64Array): NumberColumn {
  const words = new Int32Array(numbers.length * 2);
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] as number;
    const high = Math.floor(number / 2 ** 32);
    words[2 * at] = number - high * 2 ** 32;
    words[2 * at + 1] = high;
  }
  return { type: BIGINT, bytes: bytesOf(words), width: 8 };
}

/** The rows at those places, ascending, of a column of numbers. */
export function pickRows(column: NumberColumn, places: Int32Array): NumberColumn {
  const { bytes, width } = column;
  if (places.length * width === bytes.length && isEveryRow(places)) return column;
  return { ...column, bytes: pickItems(bytes, new Uint8Array(places.length * width), { places, width }) };
}

/** Whether each row stands in its place: as many places as rows may be some of them twice. */
function isEveryRow(places: Int32Array): boolean {
  for (let row = 0; row < places.length; row++) if (places[row] !== row) return false;
  return true;
}

const rowsPerChunk = 2048;

/** What the name of a temporary table begins with. */
export const temporary = 'temp.';

/**
 * Appends rows to a table, in the transaction that is open. Numbers are copied into the vectors' own memory: of 1 M
 * events that takes 0.1 s where setting them one by one took 1 s.
 */
export async function appendColumns(
  connection: DuckDBConnection,
  table: string,
  count: number,
  columns: readonly Column[],
): Promise<void> {
  if (count === 0) return;
  const types = columns.map(({ type }) => type);
  const hasValues = columns.some((column) => 'values' in column);
  const appender = table.startsWith(temporary)
    ? await connection.createAppender(table.slice(temporary.length), 'main', 'temp')
    : await connection.createAppender(table);
  let chunk: DuckDBDataChunk | null = null;
  for (let start = 0; start < count; start += rowsPerChunk) {
    const end = Math.min(start + rowsPerChunk, count);
    // A full chunk of numbers is filled again: to make one of a hundred columns takes as long as to fill it.
    const isNew: boolean = chunk === null || end - start < rowsPerChunk || hasValues;
    if (chunk === null || isNew) chunk = DuckDBDataChunk.create(types, end - start);
    for (const [index, column] of columns.entries()) {
      if ('values' in column) setValues(chunk.getColumnVector(index), column.values, start, end);
      else if (isNew || column.isBlank !== true) setNumbers(chunk.getColumnVector(index), column, start, end);
    }
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function setValues(vector: DuckDBVector, values: readonly DuckDBValue[], start: number, end: number): void {
  for (let row = start; row < end; row++) vector.setItem(row - start, values[row] ?? null);
  vector.flush();
}

function setNumbers(vector: DuckDBVector, column: NumberColumn, start: number, end: number): void {
  const { bytes, width, validity, isBlank } = column;
  if (isBlank !== true) memoryOf(vector as unknown as NumericVector).set(bytes.subarray(start * width, end * width));
  if (validity !== undefined) {
    const words = Math.ceil((end - start) / 64);
    const at = validity.byteOffset + start / 8;
    (vector as unknown as NullableVector).validity.data = new BigUint64Array(validity.buffer, at, words);
  }
  vector.flush();
}

/** What the vectors of a chunk hold numbers in: the database's own memory. */
type NumericVector = { readonly items: ArrayBufferView } | { readonly dataView: DataView };

/** Where a vector keeps which of its rows have a value: bit by bit it takes fifty times as long to set as all the rest. */
interface NullableVector {
  readonly validity: { data: BigUint64Array | null };
}

function memoryOf(vector: NumericVector): Uint8Array {
  return bytesOf('items' in vector ? vector.items : vector.dataView);
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
