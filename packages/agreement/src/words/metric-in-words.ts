import { moneyInWords } from './money-in-words.ts';
import { numberInWords } from './number-in-words.ts';
import { readableName } from './readable-name.ts';
import { shareInWords } from './share-in-words.ts';

const money = /(?:^|_)(?:bookings|pipeline|revenue|spend|cost)$|^cost_per_/;
const share = /(?:_rate|_attainment|_share)$/;
const days = /(?:^days_|_days$)/;

/**
 * The name of a metric as people read it.
 * @example metricInWords('mql_to_sal_rate') // 'MQL to SAL rate'
 */
export function metricInWords(metric: string): string {
  return metric === 'qualified' ? 'qualified leads' : readableName(metric);
}

/** Whether a metric is a share, told by its name alone. */
export function isShare(metric: string): boolean {
  return share.test(metric);
}

/** The article before a metric that is a share, with a space: "an MQL to won rate"; none before others. */
export function articleOf(metric: string): string {
  if (!isShare(metric)) return '';
  return /^(?:[aeiou]|mql|mqa|sql)/iu.test(metric) ? 'an ' : 'a ';
}

/**
 * A value of a metric with its unit. This package does not know the metrics, so the unit is told by the name alone: an
 * amount of money in whole units of the currency, a share, days, or else a plain number.
 * @example metricValueInWords('acceptance_rate', 0.8, 'EUR') // '80 %'
 */
export function metricValueInWords(metric: string, value: number, currency: string): string {
  if (money.test(metric)) return moneyInWords(value, currency);
  if (share.test(metric)) return shareInWords(value);
  return days.test(metric) ? `${numberInWords(value)} days` : numberInWords(value);
}
