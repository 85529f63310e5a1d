import { expect, it } from 'vitest';
import { createLeafText, type LeafText } from './leaf-text.ts';

/** What a leaf writes of a value; `null` where it does not take it. */
const written = (leaf: LeafText, value: unknown) => (leaf.take(value) ? leaf.text : null);

const isShort = (value: unknown) => typeof value !== 'string' || value.length < 80;

it('writes what the check takes as JSON, the first time and ever after', () => {
  const leaf = createLeafText(isShort);
  for (let turn = 0; turn < 3; turn += 1) {
    expect(['ann', 'a"b\\c\n', '🦊', 12.5, null, ['a']].map((value) => written(leaf, value))).toEqual([
      '"ann"',
      '"a\\"b\\\\c\\n"',
      '"🦊"',
      '12.5',
      'null',
      '["a"]',
    ]);
    expect(written(leaf, 'x'.repeat(80))).toBeNull();
  }
});

it('asks the check once for a text that returns, and goes on when no text returns', () => {
  let asked = 0;
  const leaf = createLeafText((value) => {
    asked += 1;
    return value !== 'bad';
  });
  for (let turn = 0; turn < 100; turn += 1) leaf.take('email');
  expect(asked).toBe(1);
  for (let index = 0; index < 40_000; index += 1) expect(written(leaf, `id ${index}`)).toBe(`"id ${index}"`);
  expect(['email', 'bad', 'bad', 'email'].map((value) => written(leaf, value))).toEqual([
    '"email"',
    null,
    null,
    '"email"',
  ]);
});

it('keeps texts apart that come to one place, and gives the same text for one that returns', () => {
  const leaf = createLeafText(() => true);
  const texts = Array.from({ length: 3000 }, (_, index) => `company ${index}`);
  for (let turn = 0; turn < 20; turn += 1) {
    for (const text of texts) {
      expect(leaf.take(text)).toBe(true);
      if (leaf.text !== `"${text}"`) expect(leaf.text).toBe(`"${text}"`);
    }
  }
});
