import { expect, it } from 'vitest';
import { createLeafText, createTextWriter } from './leaf-text.ts';

const isShort = (value: unknown) => typeof value !== 'string' || value.length < 80;

it('writes what the check takes as JSON, the first time and ever after', () => {
  const write = createLeafText(isShort);
  for (let turn = 0; turn < 3; turn += 1) {
    expect(['ann', 'a"b\\c\n', '🦊', 12.5, null, ['a']].map((value) => write(value))).toEqual([
      '"ann"',
      '"a\\"b\\\\c\\n"',
      '"🦊"',
      '12.5',
      'null',
      '["a"]',
    ]);
    expect(write('x'.repeat(80))).toBeNull();
  }
});

it('asks the check once for a text that returns, and goes on when no text returns', () => {
  let asked = 0;
  const write = createLeafText((value) => {
    asked += 1;
    return value !== 'bad';
  });
  for (let turn = 0; turn < 100; turn += 1) write('email');
  expect(asked).toBe(1);
  for (let index = 0; index < 40_000; index += 1) expect(write(`id ${index}`)).toBe(`"id ${index}"`);
  expect([write('email'), write('bad'), write('bad')]).toEqual(['"email"', null, null]);
});

it('checks every text of a column that is not worth remembering', () => {
  expect(['a', 'x'.repeat(80)].map(createTextWriter(isShort))).toEqual(['"a"', null]);
});
