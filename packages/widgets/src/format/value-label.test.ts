import { expect, test } from 'vitest';
import { createFormat } from './create-format.ts';
import { foldedLabel, sentenceStart, valueLabel } from './value-label.ts';

test('identifiers are read as words', () => {
  expect(valueLabel('paid_search')).toBe('paid search');
  expect(sentenceStart(valueLabel('paid_search'))).toBe('Paid search');
});

test('what is not an identifier stays as it is', () => {
  expect(valueLabel('https://x.example/a_b')).toBe('https://x.example/a_b');
  expect(valueLabel('_')).toBe('_');
});

test('the missing value is not the unknown one', () => {
  expect(valueLabel(null)).toBe('(no value)');
  expect(valueLabel('unknown')).toBe('unknown');
});

test('folded values say how many they are', () => {
  const format = createFormat({ locale: 'en', timeZone: 'UTC' });
  expect(foldedLabel(4900, format)).toBe('other (4,900 values)');
  expect(foldedLabel(1, format)).toBe('other (1 value)');
  expect(foldedLabel(undefined, format)).toBeNull();
});
