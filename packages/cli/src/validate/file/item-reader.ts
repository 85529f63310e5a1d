import { csvEvents, type ItemSplitter, splitItems, splitRows } from '@sameteam/connectors/items';
import { readCsvItem } from './read-csv-item.ts';
import { type ReadItem, readItem } from './read-item.ts';
import type { FileFormat } from './sniff-format.ts';

/** What items are read with. */
export interface ReaderOptions {
  readonly nowMs: number;
  /** Name of the sender of flat leads that name none. */
  readonly vendor: string;
  /** What ids of flat leads that have none are made with. */
  readonly secret: string;
  readonly take: (item: ReadItem) => void;
  /** Called with what is odd about the file as a whole. */
  readonly note: (sentence: string) => void;
}

/** Reads the items of a file by its format: bytes in, checked items out, one by one. */
export async function itemReader(format: FileFormat, options: ReaderOptions): Promise<ItemSplitter> {
  const { nowMs, take, note } = options;
  if (format.name === 'ndjson' || format.name === 'json')
    return splitItems(format.name, (item) => take(readItem(item, nowMs)));
  if (format.name === 'leads') return leadReader(format.dialect, options);
  return csvEvents(format.dialect, {
    header: (issues) => {
      for (const { message } of issues) note(message);
    },
    item: (item) => take(readCsvItem(item, nowMs)),
  });
}

async function leadReader(
  dialect: Parameters<typeof splitRows>[0],
  { nowMs, vendor, secret, take }: ReaderOptions,
): Promise<ItemSplitter> {
  const { readFlatRow } = await import('./read-flat-row.ts');
  const { createHmac } = await import('node:crypto');
  // As the way in of `serve` makes them, with the secret of its store.
  const secretId = (said: string) => createHmac('sha256', secret).update(said).digest('hex').slice(0, 32);
  let names: readonly string[] = [];
  return splitRows(dialect, {
    header(cells) {
      names = cells.map((name) => name.trim());
    },
    row: (row) => take(readFlatRow(row, names, { sender: vendor, nowMs, secretId })),
  });
}
