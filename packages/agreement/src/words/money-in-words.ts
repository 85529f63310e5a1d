/**
 * An amount of money in whole units, with its currency.
 * @param currency ISO 4217 code
 * @example moneyInWords(1200000, 'EUR') // '€1,200,000'
 */
export function moneyInWords(amount: number, currency: string): string {
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: 0,
    maximumFractionDigits: 20,
  })
    .format(amount)
    .replace('-', '−');
}
