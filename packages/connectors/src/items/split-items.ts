import type { Item } from './item.ts';
import { LineSplitter } from './split-lines.ts';
import { ValueSplitter } from './split-values.ts';

/** How items stand in a stream: one in each line, or as one JSON array (also: values one after another). */
export type ItemForm = 'ndjson' | 'json';

/** Cuts a stream of bytes into items. */
export interface ItemSplitter {
  /** Takes the next bytes and gives away the items that are complete. The chunk is not kept. */
  push(chunk: Uint8Array): void;
  /** Ends the stream and gives away the rest. */
  end(): void;
}

/** How `splitItems` reads. */
export interface SplitItemsOptions {
  /** What an item may weigh, in bytes; a longer one is refused without being held. */
  readonly limit?: number;
}

/**
 * What an item may weigh before it is refused: 16 MB.
 * @example defaultItemLimit // 16_000_000
 */
export const defaultItemLimit = 16_000_000;

/**
 * Reads newline-delimited JSON, or one JSON array however large, item by item and in little memory: the items of a chunk
 * are given away one by one, and one unfinished item is held. It recovers: text that is no JSON, bytes that are no UTF-8
 * and what is longer than the limit make a broken item, with the place and the reason, and reading goes on at the next one.
 * Bytes are never replaced. A byte order mark of UTF-8 is skipped. What comes out does not depend on the chunks.
 * @param form `ndjson` or `json`: an array, one value, or several in a row
 * @param take called with each item
 * @example
 * const items: unknown[] = [];
 * const splitter = splitItems('ndjson', ({ value, fault }) => items.push(fault?.code ?? value));
 * splitter.push(new TextEncoder().encode('{"id":1}\n{"id":}\n'));
 * splitter.end();
 * items // [{ id: 1 }, 'not-json']
 */
export function splitItems(
  form: ItemForm,
  take: (item: Item) => void,
  { limit = defaultItemLimit }: SplitItemsOptions = {},
): ItemSplitter {
  const splitter = form === 'ndjson' ? new LineSplitter(take, limit) : new ValueSplitter(take, limit);
  return withoutMark(splitter);
}

/** Takes a byte order mark off the start, which may come byte by byte. */
function withoutMark(splitter: ItemSplitter): ItemSplitter {
  const mark = [0xef, 0xbb, 0xbf];
  let start: Uint8Array | null = new Uint8Array(0);
  const begin = (bytes: Uint8Array): void => {
    start = null;
    splitter.push(mark.every((byte, index) => bytes[index] === byte) ? bytes.subarray(3) : bytes);
  };
  return {
    push(chunk) {
      if (start === null) {
        splitter.push(chunk);
        return;
      }
      if (start.length === 0 && chunk.length >= 3) {
        begin(chunk);
        return;
      }
      start = Uint8Array.from([...start, ...chunk.subarray(0, 3), ...chunk.subarray(3)]);
      if (start.length >= 3) begin(start);
    },
    end() {
      if (start !== null) begin(start);
      splitter.end();
    },
  };
}
