const quote = 0x22;
const backslash = 0x5c;
const lineFeed = 0x0a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** How far a scan came: `open` needs more bytes, `broken` can never end. */
export type ScanState = 'open' | 'ended' | 'broken';

/**
 * Finds the end of one JSON value in bytes that come in pieces: strings, escapes and nesting, and nothing more of its
 * grammar. A bracket that does not fit and a line break inside a string say that it is broken.
 */
export class ValueScan {
  /** Where the last `scan` stopped: after the value, or after the byte that broke it. */
  at = 0;
  #open = new Uint8Array(64);
  #depth = 0;
  #isInText = false;
  #isEscaped = false;
  readonly #kind: 'nested' | 'text' | 'word';

  /** @param first the first byte of the value, which is not scanned again */
  constructor(first: number) {
    this.#kind = first === quote ? 'text' : first === openBrace || first === openBracket ? 'nested' : 'word';
    if (this.#kind === 'nested') this.#enter(first);
    this.#isInText = this.#kind === 'text';
  }

  /** Whether it is a number or a bare word, which the end of the stream ends too. */
  get isWord(): boolean {
    return this.#kind === 'word';
  }

  /** Goes on from `from`. What it has seen of the value is remembered. */
  scan(bytes: Uint8Array, from: number): ScanState {
    this.at = from;
    if (this.#kind === 'word') return this.#scanWord(bytes);
    for (;;) {
      if (this.#isInText) {
        const state = this.#scanText(bytes);
        if (state !== 'ended') return state;
        if (this.#kind === 'text') return 'ended';
      }
      const state = this.#scanStructure(bytes);
      if (state !== null) return state;
    }
  }

  /** To the end of a string; `at` is inside of it. */
  #scanText(bytes: Uint8Array): ScanState {
    const { length } = bytes;
    let at = this.at;
    let isEscaped = this.#isEscaped;
    this.#isEscaped = false;
    while (at < length) {
      const byte = bytes[at++] as number;
      if (isEscaped) isEscaped = false;
      else if (byte === backslash) isEscaped = true;
      else if (byte === quote) {
        this.at = at;
        this.#isInText = false;
        return 'ended';
      } else if (byte === lineFeed) {
        this.at = at;
        return 'broken';
      }
    }
    this.at = at;
    this.#isEscaped = isEscaped;
    return 'open';
  }

  /** To the end of the value, or to the next string (`null`). */
  #scanStructure(bytes: Uint8Array): ScanState | null {
    const { length } = bytes;
    let at = this.at;
    while (at < length) {
      const byte = bytes[at++] as number;
      if (byte === quote) {
        this.at = at;
        this.#isInText = true;
        return null;
      }
      if (byte === openBrace || byte === openBracket) this.#enter(byte);
      else if (byte === closeBrace || byte === closeBracket) {
        this.#depth -= 1;
        // The codes of a pair lie two apart.
        const fits = this.#open[this.#depth] === byte - 2;
        if (fits && this.#depth > 0) continue;
        this.at = at;
        return fits ? 'ended' : 'broken';
      }
    }
    this.at = at;
    return 'open';
  }

  #enter(bracket: number): void {
    if (this.#depth === this.#open.length) {
      const wider = new Uint8Array(this.#depth * 2);
      wider.set(this.#open);
      this.#open = wider;
    }
    this.#open[this.#depth++] = bracket;
  }

  /** To the end of a number or a word: what may follow it does not belong to it. */
  #scanWord(bytes: Uint8Array): ScanState {
    while (this.at < bytes.length) {
      const byte = bytes[this.at] as number;
      if (byte <= 0x20 || byte === 0x2c || byte === closeBracket || byte === openBrace || byte === openBracket)
        return 'ended';
      if (byte === quote || byte === closeBrace) return 'ended';
      this.at += 1;
    }
    return 'open';
  }
}
