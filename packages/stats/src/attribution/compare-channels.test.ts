import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareChannels } from './compare-channels.ts';

test('orders as the bytes of UTF-8 do', () => {
  const name = fc.string({ unit: 'grapheme', maxLength: 4 });
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(Math.sign(compareChannels(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
    { endOnFailure: true, numRuns: 2000 },
  );
  expect(['😀', '\uffee', 'b', 'ab', 'a'].sort(compareChannels)).toEqual(['a', 'ab', 'b', '\uffee', '😀']);
});
