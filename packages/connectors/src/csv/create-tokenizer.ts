import type { CsvRecord } from './csv-record.ts';
import type { CsvDialect } from './dialect.ts';
import { splitRecords } from './split-records.ts';
import { tokenizeBatch } from './tokenize-batch.ts';

/** Turns the bytes of a table into records. */
export interface CsvTokenizer {
  /** Takes the next bytes of the file and gives back the records that are complete. */
  push(chunk: Uint8Array): CsvRecord[];
  /** Ends the file and gives back the rest. */
  end(): CsvRecord[];
}

/**
 * A streaming tokenizer for RFC 4180 and its dialects, in constant memory, that goes on after a broken record.
 * `splitRecords` and `tokenizeBatch` in one thread; see there for the rules.
 * @param dialect see `sniffDialect`
 * @param options.recordLimit bytes of the longest record; default 1,000,000
 * @example
 * const tokenizer = createTokenizer({ encoding: 'utf-8', delimiter: ';', newline: 'lf' });
 * const records = [...tokenizer.push(new TextEncoder().encode('a;b\n1;"2\n3"\n')), ...tokenizer.end()];
 * records[1] // { line: 2, cells: ['1', '2\n3'], raw: '1;"2\n3"', problem: null, unterminated: false }
 */
export function createTokenizer(dialect: CsvDialect, options: { readonly recordLimit?: number } = {}): CsvTokenizer {
  const splitter = splitRecords(dialect, options);
  return {
    push: (chunk) => splitter.push(chunk).flatMap((batch) => tokenizeBatch(batch, dialect)),
    end: () => splitter.end().flatMap((batch) => tokenizeBatch(batch, dialect)),
  };
}
