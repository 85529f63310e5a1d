import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal, scaleDecimal } from './parse-decimal.ts';

const minor = (text: string, decimal: '.' | ',', places = 2) => {
  const parsed = parseDecimal(text, decimal);
  return parsed === null ? null : scaleDecimal(parsed, places);
};

describe('parseDecimal', () => {
  it.each([
    ['12', '.', 1200],
    ['12.5', '.', 1250],
    ['-0.01', '.', -1],
    ['1,234,567.89', '.', 123456789],
    ['1.234,50', ',', 123450],
    ["1'234.50", '.', 123450],
    ['1 234,50 €', ',', 123450],
    ['R$ 1.234,50', ',', 123450],
    ['EUR 12.00', '.', 1200],
    ['$1,000', '.', 100000],
    ['(12.50)', '.', -1250],
    ['12.5000', '.', 1250],
    ['-0', '.', 0],
  ] as const)('%s with %s', (text, decimal, expected) => {
    expect(minor(text, decimal)).toBe(expected);
  });

  it.each([
    ['1,23', '.'],
    ['1.23', ','],
    ['L12', '.'],
    ['', '.'],
    ['12 34', '.'],
    ['1.2.3', '.'],
    ['12,345.6.7', '.'],
    ['90071992547409.93', '.'],
    ['0.001', '.'],
  ] as const)('refuses %s with %s', (text, decimal) => {
    expect(minor(text, decimal)).toBeNull();
  });

  it('gives back every whole number of minor units that it was written from', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom('.' as const, ',' as const),
        (amount, decimal) => {
          const digits = String(Math.abs(amount)).padStart(3, '0');
          const text = `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}${decimal}${digits.slice(-2)}`;
          expect(minor(text, decimal)).toBe(amount);
        },
      ),
    );
  });
});
