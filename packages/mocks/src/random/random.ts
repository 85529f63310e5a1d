const wordRange = 2 ** 32;

/**
 * A seeded stream of random numbers: sfc32, the small fast counting generator of Chris Doty-Humphrey (PractRand), with
 * 128 bits of state and a period of at least 2^32. It passes PractRand and BigCrush, and is not for secrets.
 * Keys are mixed with the finaliser of MurmurHash3, so that neighbouring keys give unrelated streams: each lead of a
 * company has a stream of its own and does not notice how many leads there are.
 * @example new Random(1, 42).next() === new Random(1, 42).next() // true
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  /** @param keys any integers; the order matters */
  constructor(...keys: readonly number[]) {
    this.a = mix(0x9e3779b9, keys);
    this.b = mix(0x243f6a88, keys);
    this.c = mix(0xb7e15162, keys);
    // The author's own recommendation for seeding all three words.
    for (let round = 0; round < 12; round++) this.word();
  }

  /** @returns an integer in [0, 2^32) */
  word(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** @returns uniform in [0, 1), a multiple of 2^-32 */
  next(): number {
    return this.word() / wordRange;
  }

  /** @returns uniform in [low, high) */
  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** @returns an integer in [0, count) */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** @returns true with the probability `share` */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** @returns one of the entries, each as likely as the others */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** @returns an index, each as likely as its weight says; weights need not add up to 1 */
  weighted(weights: readonly number[]): number {
    let total = 0;
    for (const weight of weights) total += weight;
    let left = this.next() * total;
    for (let index = 0; index < weights.length - 1; index++) {
      left -= weights[index] as number;
      if (left < 0) return index;
    }
    return weights.length - 1;
  }

  /** @returns a standard normal value, by Box and Muller 1958 */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }

  /** @returns a lognormal value above 0; `sigma` is the deviation of its logarithm */
  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }
}

/** One well-stirred 32-bit word of a few integers. */
export function mix(salt: number, keys: readonly number[]): number {
  let hash = salt | 0;
  for (const key of keys) {
    hash = scramble(hash ^ scramble(key | 0));
    hash = scramble((hash + Math.floor(key / wordRange) + 0x85ebca6b) | 0);
  }
  return hash;
}

function scramble(word: number): number {
  let hash = word;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
