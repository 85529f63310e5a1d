/**
 * Two numbers for each text, by which it is looked for: texts with other numbers are different, texts with the same
 * numbers are equal but for one chance in 2^64, so that what they find is compared as text.
 * @param seed any number, a secret one where texts come from strangers
 */
export function textKeys(texts: readonly string[], seed: number): Int32Array {
  const keys = new Int32Array(texts.length * 2);
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index] as string;
    // Two lanes of multiply and fold with the constants of MurmurHash3, mixed with one another at the end.
    let a = seed ^ 0x9e3779b9;
    let b = ~seed ^ text.length;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, 0xcc9e2d51);
      a ^= a >>> 15;
      b = Math.imul(b ^ code, 0x1b873593);
      b ^= b >>> 13;
    }
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
  readonly keysOf: (texts: readonly string[]) => Int32Array;
  /** Texts of a kind that are remembered, 24 bytes each; beyond that they are looked for in the store. */
  readonly most: number;
}

/**
 * The memory of an import.
 * @param seed see `textKeys`
 */
export function importMemory(seed: number): ImportMemory {
  return { keysOf: (texts) => textKeys(texts, seed), most: 2_000_000 };
}

/** Positive numbers by the keys of texts, in 12 bytes a slot: what came in before within one import. */
export class RecentKeys {
  private slots = new Int32Array(3 << 12);
  private count = 0;

  /** How many texts are known. */
  get size(): number {
    return this.count;
  }

  /** The number that was set for a text; 0 for none. */
  get(keys: Int32Array, index: number): number {
    return this.slots[this.slotOf(keys[2 * index] as number, keys[2 * index + 1] as number) + 2] as number;
  }

  /** Sets the number of a text, which must not be 0. */
  set(keys: Int32Array, index: number, number: number): void {
    if (this.count * 6 >= this.slots.length) this.grow();
    this.put(keys[2 * index] as number, keys[2 * index + 1] as number, number);
  }

  private put(first: number, second: number, number: number): void {
    const slot = this.slotOf(first, second);
    if (this.slots[slot + 2] === 0) this.count += 1;
    this.slots[slot] = first;
    this.slots[slot + 1] = second;
    this.slots[slot + 2] = number;
  }

  /** The slot of a text, or the free one where it would go. */
  private slotOf(first: number, second: number): number {
    const { slots } = this;
    let slot = (first >>> 0) % (slots.length / 3);
    for (;;) {
      const at = slot * 3;
      if (slots[at + 2] === 0 || (slots[at] === first && slots[at + 1] === second)) return at;
      slot = slot + 1 === slots.length / 3 ? 0 : slot + 1;
    }
  }

  private grow(): void {
    const before = this.slots;
    this.slots = new Int32Array(before.length * 2);
    this.count = 0;
    for (let at = 0; at < before.length; at += 3) {
      const number = before[at + 2] as number;
      if (number !== 0) this.put(before[at] as number, before[at + 1] as number, number);
    }
  }
}
