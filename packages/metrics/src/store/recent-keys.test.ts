import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packTexts } from '../batch/pack-events.ts';
import { RecentKeys, RecentNumbers, textKeys } from './recent-keys.ts';

const texts = fc.array(
  fc.string({ unit: 'binary', maxLength: 6 }).map((text) => text.replaceAll('\0', '')),
  { maxLength: 40 },
);
const keysOf = (given: readonly string[], seed: number) => textKeys(packTexts(given), given.length, seed);
const many = Array.from({ length: 50_000 }, (_, index) => `lead/${index}`);

describe('RecentKeys', () => {
  it('knows what was added, as a Set does', () => {
    fc.assert(
      fc.property(texts, fc.integer(), (given, seed) => {
        const keys = keysOf(given, seed);
        const recent = new RecentKeys();
        const set = new Set<string>();
        for (const [index, text] of given.entries()) {
          expect(recent.add(keys, index)).toBe(set.has(text));
          set.add(text);
        }
        expect(recent.size).toBe(set.size);
      }),
    );
  });

  it('keeps all of many while it grows', () => {
    const keys = keysOf(many, 7);
    const recent = new RecentKeys();
    expect(many.some((_, index) => recent.add(keys, index))).toBe(false);
    expect(many.every((_, index) => recent.add(keys, index))).toBe(true);
    expect(recent.size).toBe(many.length);
  });

  it('takes a key of zeros as one', () => {
    const recent = new RecentKeys();
    expect([recent.add(new Int32Array(2), 0), recent.add(new Int32Array(2), 0)]).toEqual([false, true]);
  });
});

describe('RecentNumbers', () => {
  it('finds what was set, as a Map does', () => {
    fc.assert(
      fc.property(texts, fc.integer(), (given, seed) => {
        const keys = keysOf(given, seed);
        const recent = new RecentNumbers();
        const map = new Map<string, number>();
        for (const [index, text] of given.entries()) {
          expect(recent.get(keys, index)).toBe(map.get(text) ?? 0);
          recent.set(keys, index, index + 1);
          map.set(text, index + 1);
        }
        expect(recent.size).toBe(map.size);
      }),
    );
  });

  it('keeps all of many while it grows', () => {
    const keys = keysOf(many, 7);
    const recent = new RecentNumbers();
    for (const index of many.keys()) recent.set(keys, index, index + 1);
    expect(recent.size).toBe(many.length);
    expect(many.every((_, index) => recent.get(keys, index) === index + 1)).toBe(true);
    expect(recent.get(keysOf(['lead/50000'], 7), 0)).toBe(0);
  });

  it('takes two texts for one where both numbers are the same', () => {
    const recent = new RecentNumbers();
    recent.set(Int32Array.of(1, 2), 0, 5);
    expect(recent.get(Int32Array.of(1, 2), 0)).toBe(5);
    expect(recent.get(Int32Array.of(1, 3), 0)).toBe(0);
  });
});

describe('textKeys', () => {
  it('spreads near texts over all numbers, in both halves', () => {
    const keys = keysOf(
      Array.from({ length: 100_000 }, (_, index) => `lead/${String(index).padStart(32, '0')}`),
      1,
    );
    for (const half of [0, 1]) {
      const numbers = keys.filter((_, at) => at % 2 === half);
      // Of 100,000 random numbers of 32 bits one or two pairs are equal.
      expect(new Set(numbers).size).toBeGreaterThan(99_980);
      expect(new Set(numbers.map((number) => number & 1023)).size).toBe(1024);
    }
  });
});
