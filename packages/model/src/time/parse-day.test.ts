import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDay, readDay } from './parse-day.ts';

test('counts the days as Date does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_932_896 }), (day) => {
      expect(parseDay(new Date(day * 86_400_000).toISOString().slice(0, 10))).toBe(day);
    }),
  );
});

test.each(['', '2026-1-01', '2026-02-30', '1969-12-31', '20261001', '2026-10-01T00:00:00Z', '2026-10-01\n'])(
  'refuses %j',
  (text) => {
    expect(readDay(text)).toBeNull();
    expect(() => parseDay(text)).toThrow(expect.objectContaining({ code: 'bad-day' }));
  },
);
