/** Byte by which a special byte is written behind a backslash; 0 for a plain one. */
const escapes = new Uint8Array(256);
for (const [special, letter] of [
  ['\t', 't'],
  ['\n', 'n'],
  ['\r', 'r'],
  ['\\', '\\'],
  ['\0', '0'],
  ['\b', 'b'],
  ['\f', 'f'],
] as const)
  escapes[special.charCodeAt(0)] = letter.charCodeAt(0);

const backslash = 92;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Writes rows of `TabSeparated` from texts that stand as bytes already: to make a text of each takes five times as long. */
export class TsvBytes {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;

  /** Copies a field, with what must not stand in it written otherwise. */
  field(from: Uint8Array, start: number, end: number): void {
    this.makeRoom(2 * (end - start));
    const { bytes } = this;
    let at = this.length;
    for (let place = start; place < end; place++) {
      const byte = from[place] as number;
      const letter = escapes[byte] as number;
      if (letter === 0) bytes[at++] = byte;
      else {
        bytes[at++] = backslash;
        bytes[at++] = letter;
      }
    }
    this.length = at;
  }

  /** Writes what stands in a row as it is: separators, numbers, fields that were written before. */
  plain(text: string): void {
    this.makeRoom(3 * text.length);
    this.length += encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
  }

  /** All rows; the writer is empty then. */
  take(): string {
    const text = decoder.decode(this.bytes.subarray(0, this.length));
    this.length = 0;
    return text;
  }

  private makeRoom(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}

/** The fields of a packed column one after another: where each begins and ends. */
export class PackedFields {
  readonly bytes: Uint8Array;
  start = 0;
  end = -1;

  /** @param bytes texts joined by NUL, see `TextColumn` */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  next(): void {
    this.start = this.end + 1;
    const end = this.bytes.indexOf(0, this.start);
    this.end = end === -1 ? this.bytes.length : end;
  }

  get isEmpty(): boolean {
    return this.start === this.end;
  }

  text(): string {
    return decoder.decode(this.bytes.subarray(this.start, this.end));
  }

  writeTo(rows: TsvBytes): void {
    rows.field(this.bytes, this.start, this.end);
  }
}
