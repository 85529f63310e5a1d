/** A column of an answer: numbers, texts, or texts by their codes where the database keeps them so. */
export type NativeColumn =
  | { readonly kind: 'numbers'; readonly values: Float64Array }
  | { readonly kind: 'texts'; readonly texts: NativeTexts }
  | { readonly kind: 'codes'; readonly codes: Int32Array; readonly texts: readonly string[] }
  /** Texts of which some may be missing. */
  | { readonly kind: 'maybe'; readonly at: (row: number) => string | null }
  /** Lists of numbers; NaN for an item that a list has not. */
  | { readonly kind: 'lists'; readonly at: (row: number, item: number) => number };

/** Texts as they came: each is decoded when it is asked for. */
export interface NativeTexts {
  at(row: number): string;
  /** Whether a row has the text of the row before it; the first one has not. */
  repeats(row: number): boolean;
}

/** Rows by columns. */
export interface NativeBlock {
  readonly count: number;
  readonly columns: Readonly<Record<string, NativeColumn>>;
}

/**
 * Reads an answer in the format `Native`, column by column: the quickest way to get many rows out of the database.
 * Only the types that engines ask for are known: whole numbers of 8 to 128 bits, of which those beyond 2^53 are rounded,
 * Float64, String, LowCardinality(String), each of them where it may be missing (a missing number is NaN), and lists of
 * numbers.
 * @returns blocks in their order; each has codes of its own
 * @throws TypeError for a column of another type
 */
export function readNative(bytes: Uint8Array): readonly NativeBlock[] {
  const reader = new NativeReader(bytes);
  const blocks: NativeBlock[] = [];
  while (!reader.isAtEnd) {
    const width = reader.varint();
    const count = reader.varint();
    const columns: Record<string, NativeColumn> = {};
    for (let column = 0; column < width; column++) {
      const name = reader.text();
      columns[name] = reader.column(reader.text(), count);
    }
    if (count > 0) blocks.push({ count, columns });
  }
  return blocks;
}

const decoder = new TextDecoder();

class NativeReader {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  /** Seven bits a byte, the lowest first. */
  varint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++] as number;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  text(): string {
    const length = this.varint();
    const start = this.at;
    this.at += length;
    return decoded(this.bytes, start, this.at);
  }

  column(type: string, count: number): NativeColumn {
    if (type === 'String') return { kind: 'texts', texts: this.lazyTexts(count) };
    if (type === 'LowCardinality(String)') return this.codes(count);
    if (type === 'LowCardinality(Nullable(String))') {
      // The first text of the dictionary stands for the missing one.
      const { codes, texts } = this.codes(count);
      return { kind: 'maybe', at: (row) => (codes[row] === 0 ? null : (texts[codes[row] as number] as string)) };
    }
    const [, item] = /^Array\((\w+)\)$/.exec(type) ?? [];
    if (item !== undefined) return this.lists(item, count);
    const [, inner] = /^Nullable\((\w+)\)$/.exec(type) ?? [];
    if (inner !== undefined) return this.maybe(inner, count);
    return { kind: 'numbers', values: this.numbers(type, count) };
  }

  /** A byte a row says first whether it is missing. */
  private maybe(type: string, count: number): NativeColumn {
    const isMissing = this.bytes.subarray(this.at, this.at + count);
    this.at += count;
    if (type === 'String') {
      const texts = this.lazyTexts(count);
      return { kind: 'maybe', at: (row) => (isMissing[row] === 1 ? null : texts.at(row)) };
    }
    const values = this.numbers(type, count);
    for (let row = 0; row < count; row++) if (isMissing[row] === 1) values[row] = Number.NaN;
    return { kind: 'numbers', values };
  }

  /** The ends of the lists stand before their items. */
  private lists(type: string, count: number): NativeColumn {
    const ends = this.numbers('UInt64', count);
    const items = this.numbers(type, ends.at(-1) ?? 0);
    return {
      kind: 'lists',
      at(row, item) {
        const place = (row === 0 ? 0 : (ends[row - 1] as number)) + item;
        return place < (ends[row] as number) ? (items[place] as number) : Number.NaN;
      },
    };
  }

  private lazyTexts(count: number): NativeTexts {
    const { bytes } = this;
    const starts = new Int32Array(count);
    const ends = new Int32Array(count);
    for (let row = 0; row < count; row++) {
      const length = this.varint();
      starts[row] = this.at;
      this.at += length;
      ends[row] = this.at;
    }
    return {
      at: (row) => decoded(bytes, starts[row] as number, ends[row] as number),
      repeats(row) {
        if (row === 0) return false;
        const start = starts[row] as number;
        const before = starts[row - 1] as number;
        const length = (ends[row] as number) - start;
        if ((ends[row - 1] as number) - before !== length) return false;
        for (let byte = length - 1; byte >= 0; byte--) if (bytes[start + byte] !== bytes[before + byte]) return false;
        return true;
      },
    };
  }

  private texts(count: number): readonly string[] {
    const texts = new Array<string>(count);
    for (let row = 0; row < count; row++) texts[row] = this.text();
    return texts;
  }

  private numbers(type: string, count: number): Float64Array {
    const read = numberReaders[type];
    if (read === undefined) throw new TypeError(`The database answered a column of type ${type}, which is not read.`);
    const values = new Float64Array(count);
    for (let row = 0; row < count; row++) values[row] = read.value(this.view, this.at + row * read.bytes);
    this.at += count * read.bytes;
    return values;
  }

  /** A dictionary, and the places of the rows in it. */
  private codes(count: number): NativeColumn & { readonly kind: 'codes' } {
    if (count === 0) return { kind: 'codes', codes: new Int32Array(0), texts: [] };
    // Version of the format, then the width of the codes in the lowest byte of a set of flags.
    this.at += 8;
    const width = 1 << (this.bytes[this.at] as number);
    this.at += 8;
    const texts = this.texts(this.count64());
    const rows = this.count64();
    const codes = new Int32Array(rows);
    for (let row = 0; row < rows; row++) {
      const place = this.at + row * width;
      codes[row] =
        width === 1
          ? (this.bytes[place] as number)
          : width === 2
            ? this.view.getUint16(place, true)
            : this.view.getUint32(place, true);
    }
    this.at += rows * width;
    return { kind: 'codes', codes, texts };
  }

  private count64(): number {
    const value = Number(this.view.getBigUint64(this.at, true));
    this.at += 8;
    return value;
  }
}

/** Decoding a short text byte by byte is quicker than a call of the decoder, as long as it is ASCII. */
function decoded(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 23) return decoder.decode(bytes.subarray(start, end));
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte > 127) return decoder.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

const numberReaders: Readonly<
  Record<string, { readonly bytes: number; readonly value: (view: DataView, at: number) => number }>
> = {
  UInt8: { bytes: 1, value: (view, at) => view.getUint8(at) },
  UInt16: { bytes: 2, value: (view, at) => view.getUint16(at, true) },
  UInt32: { bytes: 4, value: (view, at) => view.getUint32(at, true) },
  Int8: { bytes: 1, value: (view, at) => view.getInt8(at) },
  Int16: { bytes: 2, value: (view, at) => view.getInt16(at, true) },
  Int32: { bytes: 4, value: (view, at) => view.getInt32(at, true) },
  Int64: { bytes: 8, value: (view, at) => view.getInt32(at + 4, true) * 4294967296 + view.getUint32(at, true) },
  UInt64: { bytes: 8, value: (view, at) => view.getUint32(at + 4, true) * 4294967296 + view.getUint32(at, true) },
  Int128: {
    bytes: 16,
    value: (view, at) => Number((view.getBigInt64(at + 8, true) << 64n) + view.getBigUint64(at, true)),
  },
  Float64: { bytes: 8, value: (view, at) => view.getFloat64(at, true) },
};
