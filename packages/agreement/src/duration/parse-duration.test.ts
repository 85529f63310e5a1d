import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AgreementError } from '../agreement-error.ts';
import { parseDuration } from './parse-duration.ts';

describe('parseDuration', () => {
  it.each([
    ['15m', { unit: 'm', amount: 15, working: false, ms: 900_000 }],
    ['1h', { unit: 'h', amount: 1, working: false, ms: 3_600_000 }],
    ['90d', { unit: 'd', amount: 90, working: false, ms: 7_776_000_000 }],
    ['5wm', { unit: 'wm', amount: 5, working: true, ms: null }],
    ['4wh', { unit: 'wh', amount: 4, working: true, ms: null }],
    ['3wd', { unit: 'wd', amount: 3, working: true, ms: null }],
  ] as const)('reads %s', (text, parts) => {
    expect(parseDuration(text)).toEqual(parts);
  });

  it.each(['', '0d', '-1d', '01d', '1.5h', '3 d', ' 3d', '3d ', '2w', '3D', 'd', '100000d', '1e2d', '９d', '3d\n'])(
    'refuses %j',
    (text) => {
      expect(() => parseDuration(text)).toThrow(AgreementError);
    },
  );

  it('gives back what was written', () => {
    const units = fc.constantFrom('m', 'h', 'd', 'wm', 'wh', 'wd');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), units, (amount, unit) => {
        const duration = parseDuration(`${amount}${unit}`);
        expect(duration).toMatchObject({ amount, unit, working: unit.startsWith('w') });
        expect(duration.ms === null).toBe(duration.working);
      }),
    );
  });

  it('reads or refuses any text without another kind of error', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          const { amount, unit } = parseDuration(text);
          expect(`${amount}${unit}`).toBe(text);
        } catch (error) {
          expect(error).toMatchObject({ name: 'AgreementError', code: 'not-a-duration' });
        }
      }),
    );
  });
});
