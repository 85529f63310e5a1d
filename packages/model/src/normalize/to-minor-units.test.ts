import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryText } from '../../test/arbitrary-text.ts';
import { currencyDigits } from './currency-digits.ts';
import { moneyFaults, toMinorUnits } from './to-minor-units.ts';

const minor = (...given: Parameters<typeof toMinorUnits>): number | string => {
  const result = toMinorUnits(...given);
  return result.success ? result.amountMinor : result.code;
};

describe('toMinorUnits', () => {
  it.each([
    ['12.50', 'EUR', 1250],
    ['12.5', 'eur', 1250],
    ['12', 'EUR', 1200],
    ['-0.01', 'EUR', -1],
    ['+7', 'EUR', 700],
    ['-0', 'EUR', 0],
    ['0012.50', 'EUR', 1250],
    [' 12.50 ', ' EUR ', 1250],
    ['12.500000', 'EUR', 1250],
    ['500', 'JPY', 500],
    ['500.00', 'JPY', 500],
    ['1.5', 'KWD', 1500],
    ['0.001', 'BHD', 1],
    ['1234.567', 'OMR', 1_234_567],
    ['1.2345', 'CLF', 12_345],
    ['1000', 'HUF', 100_000],
    ['1000', 'ISK', 1000],
    ['10.99', 'TWD', 1099],
    ['1', 'IQD', 1000],
    ['1', 'RSD', 100],
    ['90071992547409.91', 'EUR', Number.MAX_SAFE_INTEGER],
    ['-90071992547409.91', 'EUR', -Number.MAX_SAFE_INTEGER],
    [12.5, 'EUR', 1250],
    [1.1, 'EUR', 110],
    [4.35, 'EUR', 435],
    [-0, 'EUR', 0],
    [1.005, 'KWD', 1005],
    [1.234, 'KWD', 1234],
  ] as const)('%j %s is %d', (amount, currency, expected) => expect(minor(amount, currency)).toBe(expected));

  it.each([
    ['', 'EUR', 'empty'],
    ['12.50', 'XYZ', 'unknown-currency'],
    ['12.50', '', 'unknown-currency'],
    ['12.50', '€', 'unknown-currency'],
    ['1', 'XAU', 'unknown-currency'],
    ['1', 'XXX', 'unknown-currency'],
    ['1', '__proto__', 'unknown-currency'],
    ['1212.505', 'EUR', 'too-many-digits'],
    ['500.5', 'JPY', 'too-many-digits'],
    ['0.0001', 'KWD', 'too-many-digits'],
    [0.1 + 0.2, 'EUR', 'too-many-digits'],
    [1e-7, 'EUR', 'too-many-digits'],
    [5e-324, 'EUR', 'too-many-digits'],
    ['90071992547409.92', 'EUR', 'out-of-range'],
    [2 ** 53, 'JPY', 'out-of-range'],
    [1e21, 'EUR', 'out-of-range'],
    [Number.MAX_VALUE, 'JPY', 'out-of-range'],
    ['1e3', 'EUR', 'not-a-number'],
    ['€12', 'EUR', 'not-a-number'],
    ['=1+1', 'EUR', 'not-a-number'],
    ['.5', 'EUR', 'not-a-number'],
    ['12.', 'EUR', 'not-a-number'],
    ['12,,5', 'EUR', 'not-a-number'],
    ['1.2.3', 'EUR', 'not-a-number'],
    [Number.NaN, 'EUR', 'not-a-number'],
    [Number.POSITIVE_INFINITY, 'EUR', 'not-a-number'],
    ['9'.repeat(101), 'EUR', 'not-a-number'],
    ['12,50', 'EUR', 'ambiguous'],
    ['1,234.50', 'EUR', 'ambiguous'],
    ['1.234,50', 'EUR', 'ambiguous'],
    ['1.234', 'EUR', 'ambiguous'],
    ['1.234', 'KWD', 'ambiguous'],
    ['1 234', 'EUR', 'ambiguous'],
    ["1'234", 'CHF', 'ambiguous'],
  ] as const)('%j %s is %s', (amount, currency, code) => expect(minor(amount, currency)).toBe(code));

  it.each([
    ['1,234.50', '.', 123_450],
    ['1.234,50', ',', 123_450],
    ['1,234', '.', 123_400],
    ['1,234', ',', 'too-many-digits'],
    ['1.234', ',', 123_400],
    ['12,50', ',', 1250],
    ['12,50', '.', 'not-a-number'],
    ['1 234 567,89', ',', 123_456_789],
    ['1\u202f234,50', ',', 123_450],
    ["1'234.50", '.', 123_450],
    ['12,34,567.50', '.', 123_456_750],
    ['1,2345.00', '.', 'not-a-number'],
    ['1.234.567', ',', 123_456_700],
  ] as const)('%j with the decimal sign %j is %s', (amount, decimal, expected) => {
    expect(minor(amount, 'EUR', { decimal })).toBe(expected);
  });

  it('gives back every amount that was written by its digits', () => {
    const currency = fc.constantFrom('JPY', 'EUR', 'KWD', 'CLF');
    fc.assert(
      fc.property(fc.maxSafeInteger(), currency, (amountMinor, code) => {
        const places = currencyDigits(code) ?? 0;
        const digits = String(Math.abs(amountMinor)).padStart(places + 1, '0');
        const split = digits.length - places;
        const text = `${amountMinor < 0 ? '-' : ''}${digits.slice(0, split)}${places > 0 ? `.${digits.slice(split)}` : ''}`;
        expect(minor(text, code, { decimal: '.' })).toBe(amountMinor === 0 ? 0 : amountMinor);
      }),
    );
  });

  it('answers to texts of 10 MB at once', () => {
    const start = performance.now();
    for (const unit of ['9', '1,', ' ', '-', '1 ']) {
      const text = unit.repeat(10_000_000 / unit.length);
      for (const decimal of [undefined, '.', ','] as const) minor(text, 'EUR', { decimal });
      minor('1', text);
    }
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('answers to anything', () => {
    const amount = fc.oneof(arbitraryText(), fc.double(), fc.stringMatching(/^[-+]?[\d.,' ]{0,12}$/));
    const options = fc.record({ decimal: fc.constantFrom(undefined, '.', ',') } as const);
    fc.assert(
      fc.property(amount, fc.constantFrom('EUR', 'JPY', 'KWD', 'xau', ''), options, (given, currency, how) => {
        const result = toMinorUnits(given, currency, how);
        if (!result.success) {
          expect(Object.keys(moneyFaults)).toContain(result.code);
          return;
        }
        expect(Number.isSafeInteger(result.amountMinor) && !Object.is(result.amountMinor, -0)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('currencyDigits', () => {
  const iso = readFileSync(new URL('../../test/fixtures/iso-4217-2024-06-25.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z]{3} (?:\d|N\.A\.)$/.test(line))
    .map((line) => line.split(' ') as [string, string]);

  it('has the digits of list one', () => {
    expect(iso).toHaveLength(179);
    for (const [code, digits] of iso) {
      expect([code, currencyDigits(code)]).toEqual([code, digits === 'N.A.' ? null : Number(digits)]);
    }
  });

  it('differs from Intl where that follows what is printed', () => {
    const deviating = iso.flatMap(([code, digits]) => {
      if (digits === 'N.A.') return [];
      const { maximumFractionDigits } = new Intl.NumberFormat('en', {
        style: 'currency',
        currency: code,
      }).resolvedOptions();
      return maximumFractionDigits === Number(digits) ? [] : [code];
    });
    // Node 24 with ICU 77. It fails when Intl has come closer to ISO, or drifted further: look at the docstring then.
    expect(deviating.join(' ')).toBe('AFN ALL IQD IRR KPW LAK LBP MGA MMK RSD SOS SYP YER');
  });
});
