import { expect, test } from 'vitest';
import { createFormat } from './create-format.ts';
import { periodText, valuesText } from './view-text.ts';

const format = createFormat({ locale: 'en', timeZone: 'UTC' });

test('a period is said in words', () => {
  expect(periodText({ from: null, to: null }, format)).toBe('all time');
  expect(periodText({ from: '2018-01-01', to: '2018-03-31' }, format)).toBe('Jan 1, 2018 to Mar 31, 2018');
  expect(periodText({ from: null, to: '2018-03-31' }, format)).toBe('until Mar 31, 2018');
  expect(periodText({ from: '2018-01-01', to: '2018-01-01' }, format)).toBe('on Jan 1, 2018');
});

test('many values are cut, one too many is not', () => {
  expect(valuesText(['paid_search'])).toBe('paid search');
  expect(valuesText(['email', null])).toBe('email and (no value)');
  expect(valuesText(['a', 'b', 'c'])).toBe('a, b and c');
  expect(valuesText(['a', 'b', 'c', 'd'])).toBe('a, b and 2 more');
});
