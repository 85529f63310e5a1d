import type { TextColumn } from '../batch/event-batch.ts';

/**
 * Two numbers for each text of a packed column, by which it is looked for: texts with other numbers are different, texts
 * with the same numbers are equal but for one chance in 2^64, so that what they find is compared as text.
 * @param seed any number, a secret one where texts come from strangers
 */
export function textKeys(column: TextColumn, count: number, seed: number): Int32Array {
  const keys = new Int32Array(count * 2);
  let at = 0;
  for (let index = 0; index < count; index++) {
    // Two lanes of multiply and fold with the constants of MurmurHash3, mixed with one another at the end.
    let a = seed ^ 0x9e3779b9;
    let b = ~seed;
    for (; at < column.length; at++) {
      const byte = column[at] as number;
      if (byte === 0) break;
      a = Math.imul(a ^ byte, 0xcc9e2d51);
      a ^= a >>> 15;
      b = Math.imul(b ^ byte, 0x1b873593);
      b ^= b >>> 13;
    }
    at += 1;
    keys[2 * index] = mixed(a ^ Math.imul(b, 0x85ebca6b));
    keys[2 * index + 1] = mixed(b ^ Math.imul(a, 0xc2b2ae35));
  }
  return keys;
}

function mixed(value: number): number {
  let to = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  to = Math.imul(to ^ (to >>> 13), 0xc2b2ae35);
  return to ^ (to >>> 16);
}

/** How an import remembers what it has brought. */
export interface ImportMemory {
  readonly keysOf: (column: TextColumn, count: number) => Int32Array;
  /** Texts of a kind that are remembered, 16 to 24 bytes each; beyond that they are looked for in the store. */
  readonly most: number;
}

/**
 * The memory of an import.
 * @param seed see `textKeys`
 */
export function importMemory(seed: number): ImportMemory {
  return { keysOf: (column, count) => textKeys(column, count, seed), most: 2_000_000 };
}

/** The keys of texts in an open table of slots: what came in before within one import. */
class KeyTable {
  protected slots: Int32Array;
  private readonly width: number;
  private count = 0;

  /** @param width numbers a slot, the two of the key first, of which the second is 0 in a free slot */
  constructor(width: number) {
    this.width = width;
    this.slots = new Int32Array(width << 12);
  }

  /** How many texts are known. */
  get size(): number {
    return this.count;
  }

  /** The place of the slot of a key, or of the free one where it would go. */
  protected slotOf(first: number, second: number): number {
    const { slots, width } = this;
    const last = slots.length - width;
    let at = ((first >>> 0) % (slots.length / width)) * width;
    while (slots[at] !== first || slots[at + 1] !== second) {
      if (slots[at + 1] === 0) return at;
      at = at === last ? 0 : at + width;
    }
    return at;
  }

  /** Puts a key into the free slot at a place. */
  protected occupy(at: number, first: number, second: number): void {
    this.slots[at] = first;
    this.slots[at + 1] = second;
    this.count += 1;
  }

  /** Makes room for one more. */
  protected makeRoom(): void {
    const { slots: before, width } = this;
    if (this.count * 2 * width < before.length) return;
    this.slots = new Int32Array(before.length * 2);
    for (let from = 0; from < before.length; from += width) {
      const first = before[from] as number;
      const second = before[from + 1] as number;
      if (second === 0) continue;
      const at = this.slotOf(first, second);
      for (let item = 0; item < width; item++) this.slots[at + item] = before[from + item] as number;
    }
  }
}

/** Which texts came before, in 8 bytes a slot. */
export class RecentKeys extends KeyTable {
  constructor() {
    super(2);
  }

  /** Adds a text; answers whether it, or another one with its key, was there. */
  add(keys: Int32Array, index: number): boolean {
    this.makeRoom();
    const first = keys[2 * index] as number;
    const second = (keys[2 * index + 1] as number) || 1;
    const at = this.slotOf(first, second);
    if (this.slots[at + 1] !== 0) return true;
    this.occupy(at, first, second);
    return false;
  }
}

/** Numbers by the keys of texts, in 12 bytes a slot. */
export class RecentNumbers extends KeyTable {
  constructor() {
    super(3);
  }

  /** The number that was set for a text, or for another one with its key; 0 for none. */
  get(keys: Int32Array, index: number): number {
    const at = this.slotOf(keys[2 * index] as number, (keys[2 * index + 1] as number) || 1);
    return this.slots[at + 2] as number;
  }

  /** Sets the number of a text, which must not be 0. */
  set(keys: Int32Array, index: number, number: number): void {
    this.makeRoom();
    const first = keys[2 * index] as number;
    const second = (keys[2 * index + 1] as number) || 1;
    const at = this.slotOf(first, second);
    if (this.slots[at + 1] === 0) this.occupy(at, first, second);
    this.slots[at + 2] = number;
  }
}
