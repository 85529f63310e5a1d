import { expect, test } from 'vitest';
import { createFormat } from './create-format.ts';

const en = createFormat({ locale: 'en', timeZone: 'America/Sao_Paulo' });
const de = createFormat({ locale: 'de', timeZone: 'UTC' });
const rate = (value: number | null) => ({ unit: 'ratio', value, currency: null }) as const;

test('counts are grouped as the language groups them', () => {
  expect(en.count(8000)).toBe('8,000');
  expect(de.count(8000)).toBe('8.000');
});

test('rates have one decimal, a space and a sign', () => {
  expect(en.text(rate(0.10525))).toBe('10.5\u00a0%');
  expect(de.text(rate(0.10525))).toBe('10,5\u00a0%');
  expect(en.text(rate(0))).toBe('0.0\u00a0%');
  expect(en.text(rate(0.0001))).toBe('<0.1\u00a0%');
});

test('nothing divided by nothing is an em dash, never a zero', () => {
  expect(en.text(rate(null))).toBe('—');
  expect(en.value(rate(null))).toBeNull();
});

test('an interval names its unit once', () => {
  expect(en.interval({ ...rate(0.10525), low: 0.0987, high: 0.1122 })).toBe('9.9–11.2\u00a0%');
  expect(en.interval({ ...rate(0.5), low: null, high: null })).toBeNull();
});

test('days and money have their unit, money in minor units', () => {
  expect(en.value({ unit: 'days', value: 14.7222, currency: null })).toEqual({ number: '14.7', unit: 'days' });
  expect(en.text({ unit: 'money', value: 123456789, currency: 'EUR' })).toBe('€1,234,568');
  expect(en.text({ unit: 'money', value: 1250, currency: 'EUR' })).toBe('€12.50');
  expect(en.text({ unit: 'money', value: 1250, currency: 'JPY' })).toBe('¥1,250');
  expect(en.money(123_450, 'EUR')).toBe('€1,234.50');
});

test('instants are written in the zone of the agreement', () => {
  expect(en.instant('2018-07-15T02:05:00Z')).toContain('14');
  expect(en.instant('2018-07-15T02:05:00Z')).toContain('23:05');
  expect(en.day('2018-07-15')).toBe('Jul 15, 2018');
});

test('a language that does not exist falls back instead of failing', () => {
  expect(createFormat({ locale: 'no_such', timeZone: 'UTC' }).count(1)).toBe('1');
});
