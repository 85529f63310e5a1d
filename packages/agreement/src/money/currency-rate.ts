import { Temporal } from 'temporal-polyfill';
import type { Agreement } from '../agreement.ts';
import { AgreementError } from '../agreement-error.ts';
import { decimalRatio } from './decimal-ratio.ts';
import { minorDigits } from './minor-digits.ts';

/** What the minor unit of a currency is worth, exactly: `numerator / denominator` minor units of the other. */
export interface CurrencyRate {
  readonly from: string;
  readonly to: string;
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** Address of the clause that declares it; `currency` for the agreement's own. */
  readonly clause: string;
}

/**
 * The rate from a currency to the agreement's, as it was declared for a moment, minor unit for minor unit: JPY has no
 * minor digits, KWD has three. O(rates of the currency).
 * @param currency ISO 4217
 * @param atMs when, UTC milliseconds; days of dated rates begin at midnight in the agreement's zone
 * @returns `null` when no rate is declared: never add such amounts
 * @example currencyRate(agreement, 'USD', Date.UTC(2026, 9, 1))?.numerator // 9200n
 */
export function currencyRate(
  agreement: Pick<Agreement, 'currency' | 'rates' | 'timeZone'>,
  currency: string,
  atMs: number,
): CurrencyRate | null {
  const { currency: to, rates, timeZone } = agreement;
  if (currency === to) return { from: to, to, numerator: 1n, denominator: 1n, clause: 'currency' };
  const dated = Object.hasOwn(rates, currency) ? rates[currency] : undefined;
  const declared = dated?.findLast(({ from }) => from === undefined || startOfDayMs(from, timeZone) <= atMs);
  if (declared === undefined) return null;
  const { numerator, denominator } = decimalRatio(declared.rate);
  return {
    from: currency,
    to,
    numerator: numerator * 10n ** BigInt(minorDigits(to)),
    denominator: denominator * 10n ** BigInt(minorDigits(currency)),
    clause: `rates.${currency}`,
  };
}

/**
 * Converts an amount by a rate, in whole numbers only; halves are rounded away from zero.
 * @param rate of `currencyRate`
 * @param amountMinor a whole number of minor units
 * @returns whole minor units of the rate's target
 * @throws AgreementError `amount-not-whole`; `amount-too-large` for a result beyond 2^53
 * @example
 * const rate = currencyRate(agreement, 'USD', Date.UTC(2026, 9, 1));
 * rate && convertMinor(rate, 1000) // 920
 */
export function convertMinor(rate: CurrencyRate, amountMinor: number): number {
  if (!Number.isSafeInteger(amountMinor)) throw new AgreementError('amount-not-whole', { amountMinor });
  const product = BigInt(amountMinor) * rate.numerator;
  const half = rate.denominator / 2n;
  const rounded = ((product < 0n ? -product : product) + half) / rate.denominator;
  const converted = Number(product < 0n ? -rounded : rounded);
  if (!Number.isSafeInteger(converted)) {
    throw new AgreementError('amount-too-large', { amountMinor, from: rate.from, to: rate.to });
  }
  return converted;
}

function startOfDayMs(day: string, timeZone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds;
}
