import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareUtf8 } from './compare-utf8.ts';

const tricky = fc.constantFrom(
  'a',
  'b',
  '\0',
  '\u007f',
  '\u0080',
  '\u07ff',
  '\u0800',
  '\ud7ff',
  '\ue000',
  '\uffee',
  '\uffff',
  '𐀀',
  '😀',
  '😁',
  '\u{10ffff}',
  '\ud83d',
  '\ude00',
  '\ufffd',
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(tricky, { maxLength: 6 }).map((parts) => parts.join('')),
);

test('orders any two texts as their bytes, lone surrogates as what encoders write for them', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(compareUtf8(a, b)).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
    { numRuns: 5000 },
  );
});

test('orders texts with a shared beginning', () => {
  fc.assert(
    fc.property(text, text, text, (start, a, b) => {
      expect(compareUtf8(start + a, start + b)).toBe(Buffer.compare(Buffer.from(start + a), Buffer.from(start + b)));
    }),
    { numRuns: 5000 },
  );
});

test('puts characters beyond U+FFFF last, where `<` puts them before U+E000', () => {
  expect(compareUtf8('a😀', 'a\uffee')).toBe(1);
  expect('a😀' < 'a\uffee').toBe(true);
});
