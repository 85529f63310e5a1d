/** The encodings that a table may have. UTF-16 is known by its byte order mark or by name. */
export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The characters that may part two cells. */
export type CsvDelimiter = ',' | ';' | '\t' | '|';

/** `lf` reads LF and CRLF, mixed or not; `cr` is for files whose first line ends in a lone CR, and takes either. */
export type CsvNewline = 'lf' | 'cr';

/** How a table is written: what must be known before its bytes can be cut into records and cells. */
export interface CsvDialect {
  readonly encoding: CsvEncoding;
  readonly delimiter: CsvDelimiter;
  readonly newline: CsvNewline;
}

/** Every encoding that a map may name. */
export const csvEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const satisfies readonly CsvEncoding[];

/** Every delimiter that a map may name. */
export const csvDelimiters = [',', ';', '\t', '|'] as const satisfies readonly CsvDelimiter[];
