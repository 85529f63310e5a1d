import { createTokenizer } from './create-tokenizer.ts';
import type { CsvRecord } from './csv-record.ts';
import { type CsvDelimiter, type CsvDialect, type CsvEncoding, type CsvNewline, csvDelimiters } from './dialect.ts';

/** What was found out about a table from its first bytes. */
export interface SniffedDialect {
  readonly dialect: CsvDialect;
  /** The first records of the sample; the last one may be incomplete when the sample is not the whole file. */
  readonly records: readonly CsvRecord[];
}

/** Why a file is no table. */
export interface SniffFault {
  readonly code: 'empty-file' | 'binary-file';
  /** A clause for people. */
  readonly why: string;
}

const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'it is a ZIP archive or an Excel workbook (.xlsx)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'it is an old Excel workbook (.xls)'],
  [[0x1f, 0x8b], 'it is compressed with gzip'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'it is compressed with zstd'],
  [[0x25, 0x50, 0x44, 0x46], 'it is a PDF document'],
  [[0x50, 0x41, 0x52, 0x31], 'it is a Parquet file'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20], 'it is an SQLite database'],
  [[0x89, 0x50, 0x4e, 0x47], 'it is a PNG image'],
  [[0xff, 0xd8, 0xff], 'it is a JPEG image'],
];

/**
 * Finds out how a table is written: encoding from the byte order mark (else UTF-8), line break from its first line,
 * delimiter from what parts most cells evenly. What `known` says is taken as it is.
 * @param sample the first bytes of the file; 64 kB are plenty
 * @returns the dialect and the sample's records, or why the file is no table
 * @example sniffDialect(new TextEncoder().encode('a;b\n1;2\n')) // { dialect: { encoding: 'utf-8', delimiter: ';', newline: 'lf' }, records: […] }
 */
export function sniffDialect(sample: Uint8Array, known: Partial<CsvDialect> = {}): SniffedDialect | SniffFault {
  const encoding = known.encoding ?? sniffEncoding(sample);
  const isWide = encoding.startsWith('utf-16');
  const signature = signatures.find(([bytes]) => bytes.every((byte, index) => sample[index] === byte));
  if (signature !== undefined) return { code: 'binary-file', why: signature[1] };
  if (!isWide && sample.includes(0))
    return {
      code: 'binary-file',
      why: 'it holds NUL bytes, which no text has (UTF-16 needs a byte order mark, or `encoding` in the map)',
    };
  const newline = known.newline ?? sniffNewline(sample, isWide);
  const candidates = known.delimiter === undefined ? csvDelimiters : [known.delimiter];
  const tries = candidates.map((delimiter) => {
    const dialect: CsvDialect = { encoding, delimiter, newline };
    const records = createTokenizer(dialect).push(sample);
    return { dialect, records: records.length < 2 ? readAll(dialect, sample) : records };
  });
  const best = tries.reduce((left, right) => (evenness(right.records) > evenness(left.records) ? right : left));
  return best.records.length === 0
    ? { code: 'empty-file', why: sample.length === 0 ? 'it has no bytes' : 'it has no row with a value' }
    : best;
}

function readAll(dialect: CsvDialect, sample: Uint8Array): readonly CsvRecord[] {
  const tokenizer = createTokenizer(dialect);
  return [...tokenizer.push(sample), ...tokenizer.end()];
}

function sniffEncoding(sample: Uint8Array): CsvEncoding {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  return sample[0] === 0xfe && sample[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function sniffNewline(sample: Uint8Array, isWide: boolean): CsvNewline {
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] === 0x0a) return 'lf';
    if (sample[at] === 0x0d && !isWide) return sample[at + 1] === 0x0a || at + 1 === sample.length ? 'lf' : 'cr';
  }
  return 'lf';
}

/** How well a delimiter fits: cells of the first record, times the share of the others that have as many. */
function evenness(records: readonly CsvRecord[]): number {
  const [header, ...rows] = records.slice(0, 100);
  if (header === undefined || header.problem !== null) return 0;
  const even = rows.filter((row) => row.cells.length === header.cells.length).length;
  return (header.cells.length - 1) * (rows.length === 0 ? 1 : even / rows.length);
}

/** A delimiter that a header of one cell holds, where another one was expected: the likely true one. */
export function strayDelimiter(headerText: string, delimiter: CsvDelimiter): CsvDelimiter | null {
  const counts = csvDelimiters
    .filter((candidate) => candidate !== delimiter)
    .map((candidate) => [candidate, headerText.split(candidate).length - 1] as const);
  const [best] = counts.sort((left, right) => right[1] - left[1]);
  return best !== undefined && best[1] > 0 ? best[0] : null;
}
