import { expect, it } from 'vitest';
import { csvMoney } from './csv-money.ts';

it.each([
  [19_050, 'EUR', '190.50'],
  [25_809.259, 'EUR', '258.09'],
  [0, 'EUR', '0.00'],
  [-0.2, 'EUR', '0.00'],
  [-5, 'EUR', '-0.05'],
  [1_200, 'JPY', '1200'],
  [1_234_567, 'KWD', '1234.567'],
  [123_456_789_012_345, 'EUR', '1234567890123.45'],
])('writes %d minor units of %s as %s', (amount, currency, cell) => {
  expect(csvMoney(amount, currency)).toBe(cell);
});

it('leaves a cell without an amount empty', () => {
  expect(csvMoney(null, 'EUR')).toBe('');
});
