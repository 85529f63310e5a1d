/** What is known of the identity of an event. */
export interface KnownIdentity {
  /** `same`: with the same content; `other`: with other content. */
  readonly content: 'same' | 'other';
  /** Where the earlier one stands, as it was given. */
  readonly place: number;
}

/** Words of 32 bits that an identity takes: 44 bits of its own, 20 of its content, 32 of its place. */
const words = 3;

/** Slots of the first segment and of the largest; each has twice as many as the one before. */
const fewestSlots = 1 << 12;
const mostSlots = 1 << 20;

/** Share of the slots that are filled. */
const fill = 0.7;

interface Segment {
  readonly slots: Uint32Array;
  readonly mask: number;
  readonly most: number;
  used: number;
}

/**
 * Remembers identities in bounded memory: open-addressing tables of typed arrays, some 17 bytes an identity. A segment that
 * is full is never touched again; beyond `most` identities the oldest segment is dropped. With the place in its table 60 bits
 * tell an identity: of 6 million none is taken for another one in a hundred thousand runs. Of the contents of one identity
 * one in a million passes for the same.
 */
export class IdentityMemory {
  readonly #most: number;
  readonly #segments: Segment[] = [];
  #held = 0;
  #forgotten = 0;

  constructor({ most = 6_000_000 }: { readonly most?: number } = {}) {
    this.#most = most;
  }

  /** Identities that were dropped to stay within the memory. */
  get forgotten(): number {
    return this.#forgotten;
  }

  /**
   * Looks for an identity, and remembers it where it is new.
   * @param high of the hash of the identity, 32 bits
   * @param low of the same, 32 other bits
   * @param content hash of the content, 32 bits
   * @param place where it stands: a whole number from 1 to 2^32 - 1
   * @returns `null` for a new one
   */
  meet(high: number, low: number, content: number, place: number): KnownIdentity | null {
    const second = ((high & 0xfff00000) | (content >>> 12)) >>> 0;
    const first = low >>> 0;
    for (let newest = this.#segments.length - 1; newest >= 0; newest--) {
      const { slots, mask } = this.#segments[newest] as Segment;
      for (let index = high & mask; slots[index * words + 2] !== 0; index = (index + 1) & mask) {
        const at = index * words;
        if (slots[at] !== first || ((slots[at + 1] as number) ^ second) >>> 20 !== 0) continue;
        return { content: slots[at + 1] === second ? 'same' : 'other', place: slots[at + 2] as number };
      }
    }
    this.#add(high, first, second, place);
    return null;
  }

  #add(high: number, first: number, second: number, place: number): void {
    const segment = this.#open();
    const { slots, mask } = segment;
    let index = high & mask;
    while (slots[index * words + 2] !== 0) index = (index + 1) & mask;
    slots[index * words] = first;
    slots[index * words + 1] = second;
    slots[index * words + 2] = Math.min(place, 0xffff_ffff);
    segment.used += 1;
    this.#held += 1;
  }

  /** The segment that has room. */
  #open(): Segment {
    const last = this.#segments.at(-1);
    if (last !== undefined && last.used < last.most) return last;
    const count = Math.min(mostSlots, last === undefined ? fewestSlots : (last.mask + 1) * 2);
    const next = { slots: new Uint32Array(count * words), mask: count - 1, most: Math.floor(count * fill), used: 0 };
    while (this.#segments.length > 0 && this.#held + next.most > this.#most) {
      const { used } = this.#segments.shift() as Segment;
      this.#held -= used;
      this.#forgotten += used;
    }
    this.#segments.push(next);
    return next;
  }
}
