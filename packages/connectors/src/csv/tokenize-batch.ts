import { type CsvRecord, type RecordProblem, rawLimit } from './csv-record.ts';
import { decodeBytes } from './decode-bytes.ts';
import type { CsvDialect } from './dialect.ts';
import { findRecordEnd } from './find-record-end.ts';
import type { GoodBatch, RecordBatch } from './record-batch.ts';
import { tokenizeText } from './tokenize-text.ts';

/**
 * Cuts a batch from `splitRecords` into records of cells.
 * Blank lines, and records whose cells are all empty, are left out: spreadsheets append them by the hundred.
 * @param batch in the order of the file or not: a batch knows its lines
 * @param dialect the same as the splitter's
 * @returns the records in order; a broken one has a `problem` and no cells
 * @example tokenizeBatch(batch, dialect)[0]?.cells // ['mql_id', 'first_contact_date', 'origin']
 */
export function tokenizeBatch(batch: RecordBatch, dialect: CsvDialect): CsvRecord[] {
  const records: CsvRecord[] = [];
  takeRecords(batch, dialect, (record) => records.push(record));
  return records;
}

/**
 * Cuts a batch as `tokenizeBatch` does, and gives each record away as soon as it is cut: thousands of records that wait for
 * one another cost the memory more than cutting them.
 */
export function takeRecords(batch: RecordBatch, dialect: CsvDialect, take: (record: CsvRecord) => void): void {
  if (batch.kind === 'bad') {
    const { line, raw, problem, unterminated } = batch;
    take({ line, cells: [], raw, problem, unterminated });
    return;
  }
  const text = decodeWhole(batch);
  if (text === null) {
    takeOneByOne(batch, dialect, take);
    return;
  }
  const { delimiter, newline } = dialect;
  const { line, quoted, unterminated } = batch;
  tokenizeText(text, { delimiter, newline, line, quoted, unterminated }, take);
}

function decodeWhole(batch: GoodBatch): string | null {
  if (batch.encoding === 'windows-1252') return decodeBytes(batch.bytes, batch.encoding);
  try {
    return decodeBytes(batch.bytes, 'utf-8', true);
  } catch {
    return null;
  }
}

// Only for a batch with invalid UTF-8 in it: finds the records that hold it and leaves the others as they are.
function takeOneByOne(batch: GoodBatch, dialect: CsvDialect, take: (record: CsvRecord) => void): void {
  const { bytes } = batch;
  const delimiter = dialect.delimiter.charCodeAt(0);
  let at = 0;
  let line = batch.line;
  while (at < bytes.length) {
    const found = findRecordEnd(bytes, at, bytes.length, delimiter, dialect.newline, true);
    const part = bytes.slice(at, found.end);
    const unterminated = batch.unterminated && found.end === bytes.length;
    const text = decodeWhole({ ...batch, bytes: part });
    if (text === null) {
      const raw = decodeBytes(part, 'utf-8')
        .slice(0, rawLimit)
        .replace(/[\r\n]+$/, '');
      const problem: RecordProblem = unterminated ? 'cut-off' : 'bad-encoding';
      take({ line, cells: [], raw, problem, unterminated });
    } else {
      const { newline } = dialect;
      tokenizeText(text, { delimiter: dialect.delimiter, newline, line, quoted: true, unterminated }, take);
    }
    line += found.lines;
    at = found.end;
  }
}
