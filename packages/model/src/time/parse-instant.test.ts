import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInstant } from './parse-instant.ts';
import { readInstant } from './read-instant.ts';

const last = Date.parse('9999-12-31T23:59:59.999Z');

test('reads what Date writes, over all years', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: last }), (ms) => {
      expect(parseInstant(new Date(ms).toISOString())).toBe(ms);
    }),
    { numRuns: 2000 },
  );
});

test('reads offsets', () => {
  const offset = fc.record({ sign: fc.constantFrom('+', '-'), hours: fc.nat(23), minutes: fc.nat(59) });
  fc.assert(
    fc.property(fc.integer({ min: 86_400_000, max: last - 86_400_000 }), offset, (ms, { sign, hours, minutes }) => {
      const shift = (sign === '+' ? 1 : -1) * (hours * 60 + minutes) * 60_000;
      const local = new Date(ms + shift).toISOString().slice(0, -1);
      const zone = `${sign}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
      fc.pre(ms + shift >= 0 && ms + shift <= last);
      expect(parseInstant(local + zone)).toBe(ms);
    }),
  );
});

test('cuts off digits beyond milliseconds', () => {
  expect(parseInstant('2026-10-01T09:30:00.123999999Z')).toBe(Date.parse('2026-10-01T09:30:00.123Z'));
  expect(parseInstant('2026-10-01T09:30:00.5Z')).toBe(Date.parse('2026-10-01T09:30:00.500Z'));
});

test.each([
  ['', 'form'],
  ['2026-10-01', 'form'],
  ['2026-10-01 09:30:00Z', 'form'],
  ['2026-10-01T09:30Z', 'form'],
  ['2026-10-01t09:30:00z', 'form'],
  ['2026-10-01T09:30:00.Z', 'form'],
  ['2026-10-01T09:30:00.1234567890Z', 'form'],
  ['2026-10-01T09:30:00+0200', 'form'],
  ['2026-10-01T09:30:00+24:00', 'form'],
  ['2026-10-01T09:30:00Zulu', 'form'],
  ['+002026-10-01T09:30:00Z', 'form'],
  ['２026-10-01T09:30:00Z', 'form'],
  ['2026-10-01T09:30:00', 'no-zone'],
  ['2026-10-01T09:30:00.5', 'no-zone'],
  ['0000-01-01T00:00:00Z', 'year'],
  ['1969-12-31T23:59:59Z', 'year'],
  ['1970-01-01T00:00:00+01:00', 'year'],
  ['9999-12-31T23:59:59-01:00', 'year'],
  ['2016-12-31T23:59:60Z', 'leap-second'],
  ['2026-02-29T00:00:00Z', 'no-such-time'],
  ['2026-04-31T00:00:00Z', 'no-such-time'],
  ['2026-13-01T00:00:00Z', 'no-such-time'],
  ['2026-00-01T00:00:00Z', 'no-such-time'],
  ['2026-10-00T00:00:00Z', 'no-such-time'],
  ['2026-10-01T24:00:00Z', 'no-such-time'],
  ['2026-10-01T09:60:00Z', 'no-such-time'],
  ['2026-10-01T09:30:61Z', 'no-such-time'],
  ['2100-02-29T00:00:00Z', 'no-such-time'],
])('refuses %s as %s', (text, fault) => {
  expect(readInstant(text)).toBe(fault);
  expect(() => parseInstant(text)).toThrow(expect.objectContaining({ name: 'ModelError', code: 'bad-instant' }));
});

test('knows leap years', () => {
  expect(readInstant('2000-02-29T00:00:00Z')).toBe(Date.UTC(2000, 1, 29));
  expect(readInstant('2024-02-29T00:00:00Z')).toBe(Date.UTC(2024, 1, 29));
});
