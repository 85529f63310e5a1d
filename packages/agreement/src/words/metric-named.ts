import type { Agreement } from '../agreement.ts';
import { ownMetric } from '../metric/own-metric.ts';
import { isShareOfWhole, traitsOfMetric } from '../metric/traits-of-metric.ts';
import { isShare, metricInWords, metricValueInWords, valueWithUnit } from './metric-in-words.ts';
import { nameIn } from './names.ts';
import type { Phrase } from './phrase.ts';

type Declaring = Pick<Agreement, 'metrics'>;

/** A metric as people read it; one that the agreement declares links to its clause. */
export function metricNamed(agreement: Declaring, id: string): Phrase {
  return [ownMetric(agreement, id) === null ? metricInWords(id) : nameIn('metrics', id)];
}

/** Whether a metric is a share. */
export function isShareIn(agreement: Declaring, id: string): boolean {
  return ownMetric(agreement, id) === null ? isShare(id) : isShareOfWhole(agreement, id);
}

/** The article before a metric that is a share, with a space: "an MQL to won rate"; none before others. */
export function articleIn(agreement: Declaring, id: string): string {
  if (!isShareIn(agreement, id)) return '';
  return /^(?:[aeiou]|mql|mqa|sql)/iu.test(id) ? 'an ' : 'a ';
}

/** A value of a metric with its unit. */
export function metricValueIn(agreement: Pick<Agreement, 'metrics' | 'currency'>, id: string, value: number): string {
  const { currency } = agreement;
  if (ownMetric(agreement, id) === null) return metricValueInWords(id, value, currency);
  return valueWithUnit(traitsOfMetric(agreement, id), value, currency);
}
