import { type RecordProblem, rawLimit } from './csv-record.ts';
import { decodeBytes } from './decode-bytes.ts';
import type { CsvDialect } from './dialect.ts';
import { findRecordEnd, type RecordEnd } from './find-record-end.ts';
import type { RecordBatch } from './record-batch.ts';
import { type Utf16Bytes, utf16Bytes } from './utf16-bytes.ts';

const quote = 0x22;

/**
 * What a record may weigh before it is given up: 1 MB.
 * @example defaultRecordLimit // 1_000_000
 */
export const defaultRecordLimit = 1_000_000;

/** Cuts a stream of bytes into batches of complete records. */
export interface RecordSplitter {
  /** Takes the next bytes of the file and gives back what is complete. The chunk is not kept. */
  push(chunk: Uint8Array): RecordBatch[];
  /** Ends the file and gives back the rest. */
  end(): RecordBatch[];
}

/**
 * Finds safe borders between records in a stream, so that batches of them can be shipped to worker threads and cut into
 * cells there (`tokenizeBatch`). Holds one incomplete record and one chunk in memory, never more.
 *
 * It recovers: of a record whose quoting is broken (a stray quote, a quote that is not closed within the limit) the first
 * line is given back as bad and reading goes on at the next line; of one longer than the limit its first 10,000 characters
 * are, and the rest of its line is dropped. What comes out does not depend on how the file was cut into chunks.
 * @param dialect see `sniffDialect`
 * @param options.recordLimit bytes of the longest record, quotes included; default 1,000,000
 * @example
 * const splitter = splitRecords({ encoding: 'utf-8', delimiter: ',', newline: 'lf' });
 * const batches = [...splitter.push(bytes), ...splitter.end()];
 * batches[0]?.kind // 'records'
 */
export function splitRecords(dialect: CsvDialect, options: { readonly recordLimit?: number } = {}): RecordSplitter {
  return new Splitter(dialect, options.recordLimit ?? defaultRecordLimit);
}

class Splitter implements RecordSplitter {
  readonly #dialect: CsvDialect;
  readonly #encoding: 'utf-8' | 'windows-1252';
  readonly #delimiter: number;
  readonly #limit: number;
  readonly #transcode: Utf16Bytes | null;
  #pending: Uint8Array = new Uint8Array(0);
  #isAtStart = true;
  #isDropping = false;
  #line = 1;
  #index = 0;

  constructor(dialect: CsvDialect, limit: number) {
    this.#dialect = dialect;
    this.#encoding = dialect.encoding === 'windows-1252' ? 'windows-1252' : 'utf-8';
    this.#delimiter = dialect.delimiter.charCodeAt(0);
    this.#limit = limit;
    this.#transcode =
      dialect.encoding === 'utf-16le' || dialect.encoding === 'utf-16be' ? utf16Bytes(dialect.encoding) : null;
  }

  push(chunk: Uint8Array): RecordBatch[] {
    return this.#take(this.#transcode?.push(chunk) ?? chunk, false);
  }

  end(): RecordBatch[] {
    return this.#take(this.#transcode?.end() ?? new Uint8Array(0), true);
  }

  #take(chunk: Uint8Array, isFinal: boolean): RecordBatch[] {
    // `slice` of a Buffer of Node is a view of it, not a copy.
    let bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length);
    if (this.#pending.length > 0) {
      bytes = new Uint8Array(this.#pending.length + chunk.length);
      bytes.set(this.#pending);
      bytes.set(chunk, this.#pending.length);
    }
    if (this.#isAtStart) {
      if (bytes.length < 3 && !isFinal) {
        this.#pending = bytes.slice();
        return [];
      }
      this.#isAtStart = false;
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
    }
    return this.#split(bytes, isFinal);
  }

  #split(bytes: Uint8Array, isFinal: boolean): RecordBatch[] {
    const batches: RecordBatch[] = [];
    const { newline } = this.#dialect;
    let at = this.#isDropping ? this.#dropLine(bytes) : 0;
    let goodFrom = at;
    let goodLine = this.#line;
    let quoteAt = bytes.indexOf(quote);
    let unterminated = false;
    while (at < bytes.length) {
      if (quoteAt >= 0 && quoteAt < at) quoteAt = bytes.indexOf(quote, at);
      const lineEnd = nextBreak(bytes, at, newline);
      const holdsQuote = quoteAt >= 0 && (lineEnd < 0 || quoteAt < lineEnd);
      const stop = Math.min(bytes.length, at + this.#limit);
      if (!holdsQuote && lineEnd >= 0 && lineEnd < stop) {
        at = lineEnd + 1;
        this.#line += 1;
        continue;
      }
      const isLast = isFinal && stop === bytes.length;
      const found: RecordEnd = holdsQuote
        ? findRecordEnd(bytes, at, stop, this.#delimiter, newline, isLast)
        : { state: isLast ? 'complete' : 'incomplete', end: stop, lines: 0 };
      if (found.state === 'complete') {
        unterminated = found.end === bytes.length && nextBreak(bytes, bytes.length - 1, newline) < 0;
        at = found.end;
        this.#line += found.lines;
        continue;
      }
      const isOverLimit = bytes.length - at >= this.#limit;
      if (!isFinal && !isOverLimit && (found.state === 'incomplete' || lineEnd < 0)) break;
      if (at > goodFrom) batches.push(this.#good(bytes.slice(goodFrom, at), goodLine, false));
      const lineIsWhole = lineEnd >= 0 && lineEnd < at + this.#limit;
      const problem = nameProblem(found.state === 'broken', lineIsWhole, isOverLimit);
      const line = bytes.subarray(at, lineEnd < 0 ? bytes.length : lineEnd);
      batches.push(this.#bad(line, problem, lineEnd < 0 && isFinal));
      this.#isDropping = lineEnd < 0;
      if (lineEnd >= 0) this.#line += 1;
      at = lineEnd < 0 ? bytes.length : lineEnd + 1;
      goodFrom = at;
      goodLine = this.#line;
    }
    if (at > goodFrom) batches.push(this.#good(bytes.slice(goodFrom, at), goodLine, unterminated));
    this.#pending = bytes.slice(at);
    return batches;
  }

  #dropLine(bytes: Uint8Array): number {
    const lineEnd = nextBreak(bytes, 0, this.#dialect.newline);
    if (lineEnd < 0) return bytes.length;
    this.#isDropping = false;
    this.#line += 1;
    return lineEnd + 1;
  }

  #good(bytes: Uint8Array<ArrayBuffer>, line: number, unterminated: boolean): RecordBatch {
    const quoted = bytes.indexOf(quote) >= 0;
    return { kind: 'records', index: this.#index++, line, bytes, encoding: this.#encoding, quoted, unterminated };
  }

  #bad(bytes: Uint8Array, problem: RecordProblem, unterminated: boolean): RecordBatch {
    // No character takes more than four bytes.
    const text = decodeBytes(bytes.subarray(0, Math.min(rawLimit * 4, this.#limit)), this.#encoding);
    const raw = text.slice(0, rawLimit).replace(/\r$/, '');
    return { kind: 'bad', index: this.#index++, line: this.#line, problem, raw, unterminated };
  }
}

function nameProblem(isBroken: boolean, lineIsWhole: boolean, isOverLimit: boolean): RecordProblem {
  if (isBroken) return 'bad-quote';
  if (lineIsWhole) return 'unclosed-quote';
  return isOverLimit ? 'record-too-long' : 'cut-off';
}

function nextBreak(bytes: Uint8Array, from: number, newline: 'lf' | 'cr'): number {
  if (newline === 'lf') return bytes.indexOf(0x0a, from);
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === 0x0d || bytes[at] === 0x0a) return at;
  }
  return -1;
}
