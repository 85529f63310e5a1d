import { type MetricTraits, metricTraits } from '../vocabulary/metric-traits.ts';
import { moneyInWords } from './money-in-words.ts';
import { numberInWords } from './number-in-words.ts';
import { readableName } from './readable-name.ts';
import { shareInWords } from './share-in-words.ts';

const money = /(?:^|_)(?:bookings|pipeline|revenue|spend|cost)$|^cost_per_/;
const share = /(?:_rate|_attainment|_share)$/;
const days = /(?:^days_|_days$)/;

/** Counts whose name alone would not say of what. */
const countNames: Readonly<Record<string, string>> = {
  captured: 'captured leads',
  qualified: 'qualified leads',
  handed_off: 'leads handed off',
  accepted: 'accepted leads',
  sales_qualified: 'sales-qualified leads',
  won: 'won leads',
};

/**
 * The name of a metric as people read it.
 * @example metricInWords('mql_to_sal_rate') // 'MQL to SAL rate'
 */
export function metricInWords(metric: string): string {
  return Object.hasOwn(countNames, metric) ? (countNames[metric] ?? metric) : readableName(metric);
}

/** Whether a metric is a share, told by its name alone. */
export function isShare(metric: string): boolean {
  return share.test(metric);
}

/**
 * A value of a metric with its unit: that of a metric which comes with Sameteam. Of any other one the unit is told by the
 * name alone: an amount of money in whole units of the currency, a share, days, or else a plain number.
 * @example metricValueInWords('acceptance_rate', 0.8, 'EUR') // '80 %'
 */
export function metricValueInWords(metric: string, value: number, currency: string): string {
  const traits = metricTraits(metric);
  if (traits !== null && !share.test(metric)) return valueWithUnit(traits, value, currency);
  if (money.test(metric)) return moneyInWords(value, currency);
  if (share.test(metric)) return shareInWords(value);
  return days.test(metric) ? `${numberInWords(value)} days` : numberInWords(value);
}

/** A value with the unit of its metric. A ratio of two other figures can be more than a whole, and is told as a number. */
export function valueWithUnit(traits: MetricTraits | null, value: number, currency: string): string {
  switch (traits?.unit) {
    case 'money':
      return moneyInWords(value, currency);
    case 'ratio':
      return traits.facts === null ? numberInWords(value) : shareInWords(value);
    case 'days':
      return `${numberInWords(value)} days`;
    case 'hours':
      return `${numberInWords(value)} hours`;
    case 'working_hours':
      return `${numberInWords(value)} working hours`;
    default:
      return numberInWords(value);
  }
}
