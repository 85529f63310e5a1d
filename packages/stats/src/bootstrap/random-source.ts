/** Gives numbers in [0, 1), each call the next; `Math.random` is one, a seeded one gives the same again. */
export type RandomSource = () => number;

/**
 * A seeded source of random numbers with 53 bits each: the same seed gives the same numbers on every machine. Not for
 * secrets.
 * Source: xoshiro128** of Blackman and Vigna 2018, its state filled by the finaliser of MurmurHash3.
 * @param seed any number; its lowest 32 bits count
 * @example seededRandom(7)() === seededRandom(7)() // true
 */
export function seededRandom(seed: number): RandomSource {
  const word = xoshiro128([1, 2, 3, 4].map((step) => mixed(seed + step * 0x9e3779b9)));
  return () => ((word() >>> 5) * 2 ** 26 + (word() >>> 6)) / 2 ** 53;
}

/**
 * The generator itself.
 * @param state four words, not all 0
 * @returns integers in [0, 2^32)
 */
export function xoshiro128(state: readonly number[]): () => number {
  // Of a typed array the words are kept as integers: half the time of variables that a function closes over.
  const words = Int32Array.from(state);
  return () => {
    let a = words[0] as number;
    let b = words[1] as number;
    let c = words[2] as number;
    let d = words[3] as number;
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    words[0] = a;
    words[1] = b;
    words[2] = c;
    words[3] = d;
    return result >>> 0;
  };
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function mixed(key: number): number {
  const word = key | 0;
  const first = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return second ^ (second >>> 16);
}
