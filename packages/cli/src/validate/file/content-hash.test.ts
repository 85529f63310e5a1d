import { canonicalJson } from '@sameteam/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHash, textHash } from './content-hash.ts';

const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 6 });

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, reversed(inner)])
      .reverse(),
  );
}

test('is the same whatever the order of the keys, and not for other content', () => {
  fc.assert(
    fc.property(object, object, fc.integer(), (one, other, seed) => {
      fc.pre(!Object.hasOwn(one, '__proto__'));
      expect(contentHash(reversed(one) as object, seed)).toBe(contentHash(one, seed));
      const isSame = canonicalJson({ ...one, recordedtime: 0 }) === canonicalJson({ ...other, recordedtime: 0 });
      expect(contentHash(one, seed) === contentHash(other, seed)).toBe(isSame);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  [{ a: 1 }, { a: '1' }],
  [{ a: null }, {}],
  [{ a: [1, 2] }, { a: [2, 1] }],
  [{ a: [[1], 2] }, { a: [1, [2]] }],
  [{ a: true }, { a: false }],
  [
    { a: { b: 1 }, c: 2 },
    { a: { b: 2 }, c: 1 },
  ],
  [{ a: 'b' }, { b: 'a' }],
  [{ a: 0.1 }, { a: 0.2 }],
])('tells %j from %j', (one, other) => {
  expect(contentHash(one, 7)).not.toBe(contentHash(other, 7));
});

test('leaves out what the store sets, and reads -0 as 0', () => {
  expect(contentHash({ a: -0, recordedtime: 'x' }, 7)).toBe(contentHash({ a: 0 }, 7));
  expect(contentHash({ a: { recordedtime: 'x' } }, 7)).not.toBe(contentHash({ a: {} }, 7));
});

test('spreads similar texts over all bits, and depends on the seed', () => {
  const low = new Set<number>();
  const high = new Set<number>();
  for (let id = 0; id < 4096; id++) {
    const hash = textHash(`evt-${id}`, 42);
    low.add(hash & 0xfff);
    high.add(hash >>> 20);
  }
  // 4,096 balls in as many bins leave 1 - 1/e of them filled: 2,589.
  for (const bins of [low, high]) expect(Math.abs(bins.size - 2589)).toBeLessThan(100);
  expect(textHash('evt-1', 1)).not.toBe(textHash('evt-1', 2));
});
