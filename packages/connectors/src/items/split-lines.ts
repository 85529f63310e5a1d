import { HeldBytes } from './held-bytes.ts';
import type { Item } from './item.ts';
import { tooLarge } from './item-fault.ts';
import { broken, type ItemStart, parseItemBytes, parseItemText } from './parse-item.ts';
import type { ItemSplitter } from './split-items.ts';

const lineFeed = 0x0a;

/** Cuts newline-delimited JSON: an item is a line that is not blank. A broken line is an item too, and the next one is read. */
export class LineSplitter implements ItemSplitter {
  readonly #take: (item: Item) => void;
  readonly #limit: number;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #held = new HeldBytes();
  #isDropping = false;
  #line = 1;
  #index = 0;

  constructor(take: (item: Item) => void, limit: number) {
    this.#take = take;
    this.#limit = limit;
  }

  push(chunk: Uint8Array): void {
    let at = 0;
    if (this.#isDropping || this.#held.size > 0) {
      const end = chunk.indexOf(lineFeed);
      if (end < 0) {
        this.#hold(chunk);
        return;
      }
      this.#endLine(chunk.subarray(0, end));
      at = end + 1;
    }
    const last = chunk.lastIndexOf(lineFeed);
    if (last >= at) this.#takeLines(chunk.subarray(at, last));
    this.#hold(chunk.subarray(Math.max(at, last + 1)));
  }

  end(): void {
    if (this.#isDropping || this.#held.size > 0) this.#endLine(new Uint8Array(0));
  }

  #hold(bytes: Uint8Array): void {
    if (this.#isDropping) return;
    this.#held.add(bytes);
    if (this.#held.size <= this.#limit) return;
    this.#held.clear();
    this.#isDropping = true;
  }

  /** Ends the line whose first part is held, or was dropped. */
  #endLine(rest: Uint8Array): void {
    if (this.#isDropping) {
      this.#isDropping = false;
      this.#take(broken(this.#start(), tooLarge(this.#limit)));
      this.#line += 1;
    } else this.#takeLine(this.#held.take(rest));
  }

  /** Takes whole lines, the line feed of the last one apart. Decoding them at once is twice as fast as one by one. */
  #takeLines(bytes: Uint8Array): void {
    const text = bytes.length > this.#limit ? null : this.#decode(bytes);
    if (text === null) {
      this.#takeOneByOne(bytes);
      return;
    }
    for (let at = 0; at <= text.length; ) {
      const found = text.indexOf('\n', at);
      const end = found < 0 ? text.length : found;
      const line = text.slice(at, end);
      if (!isBlank(line)) this.#take(parseItemText(line, this.#start()));
      this.#line += 1;
      at = end + 1;
    }
  }

  #takeOneByOne(bytes: Uint8Array): void {
    for (let at = 0; at <= bytes.length; ) {
      const found = bytes.indexOf(lineFeed, at);
      const end = found < 0 ? bytes.length : found;
      this.#takeLine(bytes.subarray(at, end));
      at = end + 1;
    }
  }

  #takeLine(line: Uint8Array): void {
    if (line.length > this.#limit) this.#take(broken(this.#start(), tooLarge(this.#limit)));
    else if (!line.every(isBlankByte)) this.#take(parseItemBytes(line, this.#start()));
    this.#line += 1;
  }

  #decode(bytes: Uint8Array): string | null {
    try {
      return this.#decoder.decode(bytes);
    } catch {
      return null;
    }
  }

  #start(): ItemStart {
    return { index: this.#index++, line: this.#line, column: 1 };
  }
}

function isBlank(line: string): boolean {
  return (line.length === 0 || line.charCodeAt(0) <= 0x20) && line.trim() === '';
}

function isBlankByte(byte: number): boolean {
  return byte === 0x20 || byte === 0x0d || byte === 0x09;
}
