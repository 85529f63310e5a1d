import type { Item, ItemFault } from './item.ts';
import { itemFault, tooLarge } from './item-fault.ts';
import { findItemStart, isBlankByte, itemStartPattern } from './item-start-pattern.ts';
import { broken, type ItemStart, parseItemBytes, unfinished } from './parse-item.ts';
import { type ScanState, ValueScan } from './scan-value.ts';
import type { ItemSplitter } from './split-items.ts';
import { WorkBytes } from './work-bytes.ts';

const lineFeed = 0x0a;
const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;

/** What may come next where no item is open. */
type Expected = 'value-or-end' | 'value' | 'comma-or-end' | 'nothing';

/** How far an item behind a broken one may go before it is suspected of never ending, if items are small. */
const leastPatience = 1_000_000;

/** Bytes that may be read again behind broken items, beside as many as the stream has: what bounds the work. */
const freeRescan = 64_000_000;

/** Bytes at the end of a chunk in which the beginning of an item may lie half. */
const seekTail = 4096;

/**
 * Cuts one JSON array into its items, or values that stand one after another. Holds one unfinished item. A broken one is an
 * item too, and the next one is looked for by the way in which items begin.
 */
export class ValueSplitter implements ItemSplitter {
  readonly #take: (item: Item) => void;
  readonly #limit: number;
  readonly #work = new WorkBytes();
  #bytes: Uint8Array = new Uint8Array(0);
  /** Where the next byte to be looked at stands in `bytes`; while an item is open, its first byte that is held. */
  #at = 0;
  /** Offset in the stream of the first of `bytes`, and of the current line. */
  #base = 0;
  #lineBase = 0;
  #line = 1;
  #index = 0;
  #isList: boolean | null = null;
  #expected: Expected = 'value-or-end';
  #isDone = false;

  #scan: ValueScan | null = null;
  #start: ItemStart = { index: 0, line: 1, column: 1 };
  /** Where the scan of the open item goes on. */
  #scanAt = 0;
  /** Whether the open item is over the limit and no longer held. */
  #isDropping = false;
  /** Whether the comma before the open item is missing. */
  #lacksComma = false;

  /** How items begin, once one was seen that is an object. */
  #pattern: Uint8Array | null = null;
  #isSeeking = false;
  /** Where the open item turned out to be broken; the next one is looked for from its second byte on. */
  #brokenAt: number | null = null;
  /** Whether an item was broken: then what looks like the end of the list need not be it. */
  #isSuspicious = false;
  /** The size of the open item at which a beginning inside of it is looked for. */
  #patience: number;
  #largest = 0;
  #read = 0;
  #rescanned = 0;
  #hasToldRow = false;

  constructor(take: (item: Item) => void, limit: number) {
    this.#take = take;
    this.#limit = limit;
    this.#patience = limit;
  }

  push(chunk: Uint8Array): void {
    if (this.#isDone) return;
    this.#read += chunk.length;
    const dropped = this.#needless();
    this.#work.add(chunk, dropped);
    this.#bytes = this.#work.view;
    this.#base += dropped;
    this.#scanAt -= dropped;
    if (this.#brokenAt !== null) this.#brokenAt -= dropped;
    this.#at -= dropped;
    this.#run();
  }

  /** Bytes that are no longer needed: what stands before the next item tells whether it is one, so that this stays. */
  #needless(): number {
    let from = this.#at;
    const least = Math.max(0, from - seekTail);
    while (from > least && isBlankByte(this.#bytes[from - 1] as number)) from -= 1;
    return Math.max(0, from - 1);
  }

  end(): void {
    while (this.#scan !== null && !this.#isDone) {
      if (this.#isDropping) this.#tellTooLarge(this.#bytes.length);
      else if (this.#brokenAt === null && this.#scan.isWord) this.#endItem(this.#bytes.length);
      else this.#breakItem(this.#brokenAt ?? this.#bytes.length, true);
      this.#run();
    }
    if (this.#isDone || this.#isSuspicious || this.#isList !== true || this.#expected === 'nothing') return;
    this.#tell('not-json', 'the end of the file', this.#expected === 'comma-or-end' ? 'a comma or ]' : 'a value');
  }

  #run(): void {
    while (this.#at < this.#bytes.length && !this.#isDone) {
      if (this.#isSeeking) {
        if (!this.#seek()) return;
      } else if (this.#brokenAt !== null) {
        if (!this.#breakItem(this.#brokenAt)) return;
      } else if (this.#scan === null) this.#between();
      else if (!this.#goOn(this.#scan)) return;
    }
  }

  /** Looks at one byte between two items. */
  #between(): void {
    const byte = this.#bytes[this.#at] as number;
    if (isBlankByte(byte)) this.#moveTo(this.#at + 1);
    else if (this.#isList === null && byte === openBracket) {
      this.#isList = true;
      this.#at += 1;
    } else if (this.#expected === 'nothing') this.#goBeyond();
    else if (byte === comma) this.#takeComma();
    else if (byte === closeBracket && this.#isList === true) {
      if (this.#expected === 'value' && !this.#isSuspicious) this.#tell('not-json', '"]"', 'a value');
      this.#expected = 'nothing';
      this.#at += 1;
    } else this.#begin(byte);
  }

  #begin(byte: number): void {
    this.#isList ??= false;
    this.#lacksComma = this.#isList && this.#expected === 'comma-or-end';
    this.#start = this.#place();
    this.#scan = new ValueScan(byte);
    this.#scanAt = this.#at + 1;
    this.#patience = this.#isSuspicious ? Math.max(leastPatience, 16 * this.#largest) : this.#limit;
    this.#isDropping = false;
  }

  /** Goes on with the open item. Answers whether there is more to look at. */
  #goOn(scan: ValueScan): boolean {
    // Up to a size and not to the end of what is there, so that nothing depends on the chunks.
    const most = Math.min(this.#patience, this.#limit) + 1;
    const window = this.#isDropping ? this.#bytes : this.#bytes.subarray(0, this.#at + most);
    const state = scan.scan(window, this.#scanAt);
    this.#scanAt = scan.at;
    if (this.#isDropping) {
      if (state === 'open') this.#moveTo(scan.at);
      else this.#tellTooLarge(scan.at, state === 'broken');
      return state !== 'open';
    }
    if (scan.at - this.#at === most) return this.#loseItem(state);
    if (state === 'broken') return this.#breakItem(scan.at);
    if (state === 'ended') this.#endItem(scan.at);
    return state !== 'open';
  }

  #endItem(end: number): void {
    const bytes = this.#bytes.subarray(this.#at, end);
    if (this.#pattern === null && bytes[0] === openBrace) this.#pattern = itemStartPattern(bytes);
    const item = this.#lacksComma
      ? broken(this.#start, this.#fault('not-json', 'the next item', 'a comma or ]'))
      : parseItemBytes(bytes, this.#start);
    if (item.fault === null) this.#largest = Math.max(this.#largest, bytes.length);
    this.#close(end);
    this.#take(item);
  }

  /** The open item is over its size: it may be one that never ends and has the next one inside of it. */
  #loseItem(state: ScanState): boolean {
    const size = this.#scanAt - this.#at;
    if (this.#nextStart(this.#scanAt) >= 0) return this.#breakItem(this.#scanAt);
    if (size <= this.#limit) {
      this.#patience = size * 4;
      if (state === 'broken') return this.#breakItem(this.#scanAt);
      if (state === 'ended') this.#endItem(this.#scanAt);
    } else if (state === 'open') {
      this.#isDropping = true;
      this.#moveTo(this.#scanAt);
    } else this.#tellTooLarge(this.#scanAt, state === 'broken');
    return true;
  }

  #tellTooLarge(end: number, isBroken = false): void {
    this.#take(broken(this.#start, tooLarge(this.#limit)));
    // The byte that broke it is looked at again: a line break, after which the next item may begin.
    this.#close(isBroken ? end - 1 : end);
    if (!isBroken) return;
    this.#isSuspicious = true;
    this.#isSeeking = true;
  }

  /**
   * Tells that the open item can never end, and goes on at the next one that begins, inside of it or behind.
   * @param end where that turned out
   * @returns false where more bytes are needed to know
   */
  #breakItem(end: number, isFinal = false): boolean {
    this.#brokenAt = end;
    const next = this.#nextStart(this.#bytes.length);
    if (next < 0 && !isFinal && this.#bytes.length < end + seekTail) return false;
    const hasNext = next >= 0 && next < end;
    const itemEnd = hasNext ? next : end;
    const isCut = hasNext || (isFinal && end === this.#bytes.length);
    this.#take(broken(this.#start, unfinished(this.#bytes.subarray(this.#at, itemEnd), this.#start, isCut)));
    if (next >= 0) this.#rescanned += Math.max(0, end - next);
    this.#close(next >= 0 ? next : end);
    this.#isSuspicious = true;
    this.#isSeeking = next < 0;
    this.#expected = 'value';
    if (this.#rescanned > freeRescan + this.#read) {
      this.#isDone = true;
      this.#tell('not-json', 'item upon item that does not end', 'an array of whole objects');
    }
    return true;
  }

  #close(end: number): void {
    this.#moveTo(end);
    this.#scan = null;
    this.#brokenAt = null;
    this.#isDropping = false;
    this.#expected = 'comma-or-end';
  }

  /** Where the next item begins, up to `end`; -1 where none does. */
  #nextStart(end: number): number {
    const pattern = this.#pattern ?? itemStartPattern(this.#bytes.subarray(this.#at)) ?? Uint8Array.of(openBrace);
    return findItemStart(this.#bytes.subarray(0, end), this.#at + 1, pattern);
  }

  /** Looks for the beginning of the next item. Answers whether there is one. */
  #seek(): boolean {
    const next = findItemStart(this.#bytes, this.#at, this.#pattern ?? Uint8Array.of(openBrace));
    this.#moveTo(next >= 0 ? next : Math.max(this.#at, this.#bytes.length - seekTail));
    this.#isSeeking = next < 0;
    if (next >= 0) this.#expected = 'value';
    return next >= 0;
  }

  /** What comes after the end of the list. */
  #goBeyond(): void {
    if (this.#isSuspicious) this.#isSeeking = true;
    else {
      this.#isDone = true;
      this.#tell('not-json', 'more after the end of the list', 'nothing');
    }
  }

  #takeComma(): void {
    if (this.#isList === true && this.#expected !== 'comma-or-end' && !this.#isSuspicious)
      this.#tell('not-json', 'a comma', 'a value');
    // Said once: somebody who writes commas and no brackets does it after every item.
    if (this.#isList !== true && !this.#hasToldRow) {
      this.#hasToldRow = true;
      this.#tell('not-json', 'a comma', 'a list in brackets, or one item in each line without a comma');
    }
    this.#expected = 'value';
    this.#at += 1;
  }

  #tell(code: ItemFault['code'], found: string, expected: string): void {
    const start = this.#place();
    this.#take(
      broken(start, itemFault(code, { position: { line: start.line, column: start.column }, found, expected })),
    );
  }

  #fault(code: ItemFault['code'], found: string, expected: string): ItemFault {
    const { line, column } = this.#start;
    return itemFault(code, { position: { line, column }, found, expected });
  }

  /** Where an item that starts here stands; counts it. */
  #place(): ItemStart {
    return { index: this.#index++, line: this.#line, column: this.#base + this.#at - this.#lineBase + 1 };
  }

  /** Goes to a place behind this one, and counts the lines on the way. */
  #moveTo(end: number): void {
    const passed = this.#bytes.subarray(this.#at, end);
    for (let at = passed.indexOf(lineFeed); at >= 0; at = passed.indexOf(lineFeed, at + 1)) {
      this.#line += 1;
      this.#lineBase = this.#base + this.#at + at + 1;
    }
    this.#at = end;
  }
}
