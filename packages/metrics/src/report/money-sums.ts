import { type Agreement, type CurrencyRate, convertMinor, currencyRate } from '@sameteam/agreement';
import { Temporal } from 'temporal-polyfill';
import { MetricsError } from '../metrics-error.ts';
import { groupKey } from '../plan/group-addresses.ts';
import type { AmountGroup } from '../plan/reduction.ts';

/** How sums of money are made. */
export interface MoneyRules {
  readonly agreement: Agreement;
  /** Metric that is asked for, for errors. */
  readonly metric: string;
  /** What the sums are divided by: 1000 for an amount times thousandths. */
  readonly scale: number;
}

/**
 * Sums of amounts in the agreement's currency, by group, in minor units. A part of a minor unit is cut off the
 * whole sum of a group, not off each amount.
 * @throws MetricsError `no-rate`, `sum-too-large`
 */
export function moneySums(groups: readonly AmountGroup[], rules: MoneyRules): ReadonlyMap<string, number> {
  const { agreement, metric, scale } = rules;
  const sums = new Map<string, number>();
  // Every currency that lacks a rate is named, so that nobody has to add one after another.
  const lacking = new Set<string>();
  for (const group of groups) {
    const key = groupKey(group);
    const sum = (sums.get(key) ?? 0) + inHomeCurrency(group, rules);
    if (!Number.isSafeInteger(sum)) throw new MetricsError('sum-too-large', { metric });
    sums.set(key, sum);
  }
  if (lacking.size > 0)
    throw new MetricsError('no-rate', { currencies: [...lacking].sort(), home: agreement.currency });
  if (scale === 1) return sums;
  return new Map([...sums].map(([key, sum]) => [key, Math.trunc(sum / scale)]));

  function inHomeCurrency({ currency, day, amount }: AmountGroup, { agreement: { currency: home } }: MoneyRules) {
    if (currency === null || currency === home) return amount;
    const rate = currencyRate(agreement, currency, startOfDay(day ?? 0, agreement.timeZone));
    if (rate === null) {
      lacking.add(currency);
      return 0;
    }
    return converted(rate, amount, metric);
  }
}

function converted(rate: CurrencyRate, amount: number, metric: string): number {
  try {
    return convertMinor(rate, amount);
  } catch (cause) {
    throw new MetricsError('sum-too-large', { metric }, { cause });
  }
}

/** First moment of a local day of a zone, UTC milliseconds. */
export function startOfDay(day: number, zone: string): number {
  return Temporal.PlainDate.from('1970-01-01').add({ days: day }).toZonedDateTime(zone).epochMilliseconds;
}
