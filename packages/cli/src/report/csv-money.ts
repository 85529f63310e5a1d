import { minorDigits } from '@sameteam/agreement';

/**
 * An amount of money as a cell of comma-separated values: in whole units of its currency with all of its decimals, since a
 * spreadsheet knows nothing of minor units. It is a number there, also below zero.
 * @param amountMinor minor units; a fraction of one is rounded
 * @param currency ISO 4217 code, which says how many decimals there are
 * @returns an empty cell for `null`
 * @example csvMoney(19050, 'EUR') // '190.50'
 */
export function csvMoney(amountMinor: number | null, currency: string): string {
  if (amountMinor === null) return '';
  const digits = minorDigits(currency);
  return (Math.round(amountMinor) / 10 ** digits).toFixed(digits);
}
