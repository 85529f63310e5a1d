import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AgreementError } from '../agreement-error.ts';
import { convertMoney } from './convert-money.ts';
import { convertMinor, currencyRate } from './currency-rate.ts';
import { decimalRatio } from './decimal-ratio.ts';
import { minorDigits } from './minor-digits.ts';

const agreement = {
  currency: 'EUR',
  timeZone: 'America/Sao_Paulo',
  rates: {
    USD: [{ rate: 0.92 }],
    JPY: [{ rate: 0.0061 }],
    KWD: [{ rate: 3.01 }],
    BRL: [
      { from: '2026-01-01', rate: 0.16 },
      { from: '2026-07-01', rate: 0.18 },
    ],
  },
} as const;
const atMs = Date.UTC(2026, 9, 1);

function inEuro(amountMinor: number, currency: string, at = atMs): number | null {
  const rate = currencyRate(agreement, currency, at);
  return rate === null ? null : convertMinor(rate, amountMinor);
}

describe('currencyRate', () => {
  it('converts minor units to minor units', () => {
    expect(inEuro(1000, 'USD')).toBe(920); // 10.00 USD = 9.20 EUR
    expect(inEuro(10_000, 'JPY')).toBe(6100); // 10,000 JPY = 61.00 EUR
    expect(inEuro(1000, 'KWD')).toBe(301); // 1.000 KWD = 3.01 EUR
    expect(inEuro(1234, 'EUR')).toBe(1234);
  });

  it('rounds halves away from zero, the same for what is owed and what is due', () => {
    expect(inEuro(3, 'BRL', Date.UTC(2026, 5, 1))).toBe(0); // 0.48
    expect(inEuro(25, 'USD')).toBe(23);
    expect(convertMinor({ from: 'A', to: 'B', numerator: 1n, denominator: 2n, clause: '' }, 5)).toBe(3);
    expect(convertMinor({ from: 'A', to: 'B', numerator: 1n, denominator: 2n, clause: '' }, -5)).toBe(-3);
    expect(convertMinor({ from: 'A', to: 'B', numerator: 1n, denominator: 3n, clause: '' }, 4)).toBe(1);
    expect(convertMinor({ from: 'A', to: 'B', numerator: 1n, denominator: 3n, clause: '' }, 5)).toBe(2);
  });

  it('takes the rate of the day, which begins at midnight in the zone of the agreement', () => {
    const midnight = Date.UTC(2026, 6, 1, 3);
    expect(inEuro(100, 'BRL', midnight - 1)).toBe(16);
    expect(inEuro(100, 'BRL', midnight)).toBe(18);
    expect(inEuro(100, 'BRL', Date.UTC(2026, 0, 1, 3) - 1)).toBeNull();
  });

  it('is null where no rate is declared, names that every object has included', () => {
    expect(currencyRate(agreement, 'GBP', atMs)).toBeNull();
    expect(currencyRate(agreement, 'constructor', atMs)).toBeNull();
    expect(convertMoney(agreement, { amountMinor: 5, currency: 'GBP' }, atMs)).toEqual({
      success: false,
      code: 'rate-undefined',
      message:
        'Amounts in GBP cannot be added to EUR: the agreement declares no rate for 2026-10-01. Add one under rates, such as rates: { GBP: 0.92 }.',
    });
  });

  it('names the clause', () => {
    expect(convertMoney(agreement, { amountMinor: 100, currency: 'USD' }, atMs)).toEqual({
      success: true,
      money: { amountMinor: 92, currency: 'EUR' },
      clause: 'rates.USD',
    });
  });

  it('loses nothing for amounts that a double cannot multiply', () => {
    const amountMinor = 9_007_199_254_740_991;
    expect(inEuro(amountMinor, 'USD')).toBe(8_286_623_314_361_712); // by hand: 9007199254740991 × 0.92 = 8286623314361711.72
    expect(() => inEuro(amountMinor, 'KWD')).not.toThrow();
    const tenfold = { ...agreement, rates: { USD: [{ rate: 10 }] } };
    expect(() => convertMoney(tenfold, { amountMinor, currency: 'USD' }, atMs)).toThrow(/beyond 2\^53/);
    expect(() => inEuro(0.5, 'USD')).toThrow(AgreementError);
  });

  it('is the nearest whole number, checked by cross multiplication', () => {
    const rates = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), rates, (amount, rate) => {
        const declared = currencyRate({ ...agreement, rates: { USD: [{ rate }] } }, 'USD', atMs);
        if (declared === null) throw new Error('There is a rate.');
        const converted = BigInt(convertMinor(declared, amount));
        const doubled = 2n * (BigInt(amount) * declared.numerator - converted * declared.denominator);
        expect(doubled <= declared.denominator && doubled >= -declared.denominator).toBe(true);
      }),
    );
  });
});

describe('decimalRatio', () => {
  it('is the number that was written', () => {
    expect(decimalRatio(0.92)).toEqual({ numerator: 92n, denominator: 100n });
    expect(decimalRatio(1e-7)).toEqual({ numerator: 1n, denominator: 10_000_000n });
    expect(decimalRatio(1.5e-7)).toEqual({ numerator: 15n, denominator: 100_000_000n });
    expect(decimalRatio(1e21)).toEqual({ numerator: 10n ** 21n, denominator: 1n });
    expect(decimalRatio(120)).toEqual({ numerator: 120n, denominator: 1n });
  });
});

describe('minorDigits', () => {
  it('follows ISO 4217, not the tables of Intl', () => {
    expect(['EUR', 'JPY', 'KWD', 'CLF', 'IQD', 'HUF', 'ISK'].map(minorDigits)).toEqual([2, 0, 3, 4, 3, 2, 0]);
  });
});
