import type { Money } from '@sameteam/model';
import type { Agreement } from '../agreement.ts';
import { convertMinor, currencyRate } from './currency-rate.ts';

/** An amount in the agreement's currency, or why there is none. */
export type ConvertedMoney =
  | { readonly success: true; readonly money: Money; readonly clause: string }
  | { readonly success: false; readonly code: 'rate-undefined'; readonly message: string };

/**
 * Converts an amount to the agreement's currency with the rate that it declares.
 * @param atMs when the amount counts, UTC milliseconds
 * @returns code `rate-undefined` when no rate is declared for that currency and moment
 * @throws AgreementError `amount-not-whole`, `amount-too-large`
 * @example
 * convertMoney(agreement, { amountMinor: 1000, currency: 'USD' }, Date.UTC(2026, 9, 1)) // { success: true, money: { amountMinor: 920, currency: 'EUR' }, clause: 'rates.USD' }
 */
export function convertMoney(
  agreement: Pick<Agreement, 'currency' | 'rates' | 'timeZone'>,
  money: Readonly<Money>,
  atMs: number,
): ConvertedMoney {
  const { currency } = agreement;
  const rate = currencyRate(agreement, money.currency, atMs);
  if (rate === null) {
    const day = new Date(atMs).toISOString().slice(0, 10);
    const message = `Amounts in ${money.currency} cannot be added to ${currency}: the agreement declares no rate for ${day}. Add one under rates, such as rates: { ${money.currency}: 0.92 }.`;
    return { success: false, code: 'rate-undefined', message };
  }
  const amountMinor = convertMinor(rate, money.amountMinor);
  return { success: true, money: { amountMinor, currency }, clause: rate.clause };
}
