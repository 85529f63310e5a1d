import type { Agreement } from '../../agreement.ts';
import { addend } from '../../metric/metric-parts.ts';
import { type OwnMetric, ownMetric } from '../../metric/own-metric.ts';
import { durationInWords } from '../duration-in-words.ts';
import { metricNamed } from '../metric-named.ts';
import { quotedName } from '../names.ts';
import { meaningOf, ownWords } from '../own-words.ts';
import { type Phrase, phraseText, say, sentenceOf } from '../phrase.ts';
import { shareInWords } from '../share-in-words.ts';
import { stageWords } from '../stages-in-words.ts';
import { wherePhrase } from '../where-in-words.ts';

/** A metric of the agreement's own: what it counts, how it is called, who answers for it, which way is better. */
export function ownMetricWords(agreement: Agreement, name: string): readonly Phrase[] {
  const metric = ownMetric(agreement, name);
  if (metric === null) return [];
  const { label, owner, better } = metric;
  const self = quotedName('metrics', name);
  const verb = 'rate' in metric ? ' is, ' : ' is ';
  return [
    say`${self}${verb}${formulaPhrase(agreement, metric)}`,
    ...(label === undefined ? [] : [say`over a number it is called ${ownWords(label)}`]),
    ...(owner === undefined ? [] : [[`${owner === 'both' ? 'both teams answer' : `${owner} answers`} for it`]]),
    ...(better === undefined ? [] : [[betterWords[better]]]),
    ...meaningOf(metric),
  ];
}

const betterWords = {
  up: 'more of it is better',
  down: 'less of it is better',
  neutral: 'neither more nor less of it is better',
} as const;

/**
 * What a metric counts that an agreement declares itself, as a sentence.
 * @returns an empty text for a metric that the agreement does not declare
 * @example
 * const agreement = defineAgreement({
 *   teams: { sales: {} }, readiness: { raw: {} }, sla: {}, reasons: {},
 *   metrics: { fast_sal: { rate: { from: 'mql', to: 'sal', within: '14d' } } },
 * });
 * ownMetricInWords(agreement, 'fast_sal')
 * // 'Of the leads that became an MQL, the share that were accepted by sales (SAL) within 14 days.'
 */
export function ownMetricInWords(agreement: Pick<Agreement, 'metrics'>, id: string): string {
  const metric = ownMetric(agreement, id);
  return metric === null ? '' : phraseText(sentenceOf(formulaPhrase(agreement, metric)));
}

function formulaPhrase(agreement: Pick<Agreement, 'metrics'>, metric: OwnMetric): Phrase {
  const where = 'where' in metric ? wherePhrase(metric.where) : [];
  return say`${countedPhrase(agreement, metric)}${where.length === 0 ? '' : say`, ${where}`}`;
}

function countedPhrase(agreement: Pick<Agreement, 'metrics'>, metric: OwnMetric): Phrase {
  if ('count' in metric) return [`the number of leads that ${stageWords[metric.count.stage].became}`];
  if ('rate' in metric) {
    const { from, to, within } = metric.rate;
    const limit = within === undefined ? '' : ` within ${durationInWords(within)}`;
    return [`of the leads that ${stageWords[from].became}, the share that ${stageWords[to].became}${limit}`];
  }
  if ('time' in metric) {
    const { from, to, quantile } = metric.time;
    const which = quantile === 0.5 ? 'median' : `${shareInWords(quantile)} quantile`;
    return [`the ${which} of the days from ${stageWords[from].event} to ${stageWords[to].event}`];
  }
  const named = (id: string) => metricNamed(agreement, id);
  if ('of' in metric) return named(metric.of);
  if ('over' in metric) return say`${named(metric.over)} divided by ${named(metric.per)}`;
  return metric.sum.flatMap((part, index) => {
    const { metric: id, times } = addend(part);
    const sign = times < 0 ? (index === 0 ? 'minus ' : ' less ') : index === 0 ? '' : ' plus ';
    return say`${sign}${named(id)}`;
  });
}
