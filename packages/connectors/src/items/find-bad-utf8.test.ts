import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findBadUtf8 } from './find-bad-utf8.ts';

test.each([
  [[0x61, 0xfc, 0x62], 1],
  [[0xc0, 0x80], 0],
  [[0xe0, 0x80, 0x80], 0],
  [[0x61, 0xed, 0xa0, 0x80], 1],
  [[0xf4, 0x90, 0x80, 0x80], 0],
  [[0x61, 0xe2, 0x82], 1],
  [[0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80], -1],
  [[], -1],
])('in %j: %i', (bytes, at) => {
  expect(findBadUtf8(Uint8Array.from(bytes))).toBe(at);
});

test('agrees with the decoder about what is UTF-8, and everything before the place is', () => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const isGood = (bytes: Uint8Array) => {
    try {
      decoder.decode(bytes);
      return true;
    } catch {
      return false;
    }
  };
  const bytes = fc.array(fc.oneof(fc.nat(255), fc.constantFrom(0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80, 0xed, 0xc3)));
  fc.assert(
    fc.property(bytes, (list) => {
      const all = Uint8Array.from(list);
      const at = findBadUtf8(all);
      expect(at < 0).toBe(isGood(all));
      if (at >= 0) expect(isGood(all.subarray(0, at))).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
