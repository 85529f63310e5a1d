import type { RecordProblem } from '../csv/csv-record.ts';
import type { CsvDialect } from '../csv/dialect.ts';
import type { RecordBatch } from '../csv/record-batch.ts';
import { defaultRecordLimit, splitRecords } from '../csv/split-records.ts';
import { takeRecords } from '../csv/tokenize-batch.ts';
import type { ItemFault, ItemPlace } from './item.ts';
import { itemFault, tooLarge } from './item-fault.ts';
import type { ItemSplitter } from './split-items.ts';

/** A row of a table below its header. */
export interface TableRow extends ItemPlace {
  /** Empty where there is a fault. */
  readonly cells: readonly string[];
  readonly fault: ItemFault | null;
}

/** What takes the rows of a table. */
export interface RowTaker {
  /** Called once, before any row. */
  header(cells: readonly string[]): void;
  row(row: TableRow): void;
}

/**
 * Reads the rows of a table one by one, as `splitItems` does items: in little memory, and on after a broken one. A record is
 * at most 1 MB. A header that cannot be read gives no names, and every row is given away.
 * @param dialect see `sniffDialect`
 * @example
 * const rows: unknown[] = [];
 * const splitter = splitRows(dialect, { header: (names) => rows.push(names), row: ({ cells }) => rows.push(cells) });
 * splitter.push(new TextEncoder().encode('id,source\n1,/form\n'));
 * splitter.end();
 * rows // [['id', 'source'], ['1', '/form']]
 */
export function splitRows(dialect: CsvDialect, taker: RowTaker): ItemSplitter {
  const splitter = splitRecords(dialect);
  let index = -1;
  const take = (batches: readonly RecordBatch[]): void => {
    for (const batch of batches)
      takeRecords(batch, dialect, ({ line, cells, problem }) => {
        if (index < 0) taker.header(cells);
        else taker.row({ index, line, cells, fault: problem === null ? null : rowFault(problem, line) });
        index += 1;
      });
  };
  return { push: (chunk) => take(splitter.push(chunk)), end: () => take(splitter.end()) };
}

function rowFault(problem: RecordProblem, line: number): ItemFault {
  const position = { line, column: 1 };
  switch (problem) {
    case 'record-too-long':
      return tooLarge(defaultRecordLimit);
    case 'bad-encoding':
      return itemFault('bad-utf8', { position, found: 'other bytes', expected: 'UTF-8' });
    case 'nul-byte':
      return itemFault('nul', { position, found: 'the character NUL', expected: 'text without NUL' });
    case 'cut-off':
      return itemFault('cut-off', { position, found: 'the end of the file', expected: 'the rest of the row' });
    case 'bad-quote':
      return itemFault('bad-quote', { position, found: 'a quote in a quoted cell', expected: 'two quotes ("")' });
    case 'unclosed-quote':
      return itemFault('unclosed-quote', { position, found: 'no closing quote', expected: 'a closing quote' });
  }
}
