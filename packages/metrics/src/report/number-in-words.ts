import type { MetricDefinition } from '../metrics/define-metric.ts';
import type { ReportRow } from '../report-row.ts';
import type { NumberExplanation } from './explain-number.ts';
import { figureInWords, figureText } from './figure-in-words.ts';
import { impliedInWords } from './implied-in-words.ts';
import { leftOutInWords } from './left-out-in-words.ts';
import { metricMeasure } from './metric-measure.ts';
import { periodInWords } from './period-in-words.ts';
import { unrecordedInWords, unrecordedRemedy } from './unrecorded/unrecorded-in-words.ts';

/** What a number is told with. */
export interface NumberInWordsOptions {
  readonly metric: MetricDefinition;
  /** The metric of an id: a quotient is told in the units of its parts. */
  readonly find: (id: string) => MetricDefinition | undefined;
  /** Of the agreement. */
  readonly currency: string;
}

/** What is told: an explanation before it is told, and why no clock of the SLA has started, where none has. */
export type ExplainedParts = Omit<NumberExplanation, 'sentences'> & { readonly clocks: string | null };

/** An explanation as sentences, in the order in which a reader asks: how much is it, of whom, by which rule, how sure. */
export function numberInWords(
  row: ReportRow,
  explained: ExplainedParts,
  options: NumberInWordsOptions,
): readonly string[] {
  const { label, formula, mature } = explained;
  const where = explained.filters.map((filter) =>
    'in' in filter
      ? `${filter.dimension} is ${filter.in.map(named).join(' or ')}`
      : `${filter.dimension} is not ${filter.notIn.map(named).join(' or ')}`,
  );
  const sentences = [
    row.value === null
      ? `${label} has no value: ${whyNone(row, explained, options)}. That is not zero.`
      : `${label}: ${figureText(row.unit, row.value, row.currency)}.`,
    row.value === null ? null : parts(row, explained, options),
    formula,
    periodInWords(explained.period, options),
    where.length === 0 ? null : `Only where ${where.join(' and ')}.`,
    interval(row),
    mature.why,
    projection(row, options.metric),
    leftOutInWords(row, options.metric),
    impliedInWords(row, options.metric),
    ...unrecorded(row),
    explained.clocks,
    row.restated === 0
      ? null
      : `${count(row.restated)} ${row.restated === 1 ? 'event' : 'events'} of before as-of ${row.restated === 1 ? 'was' : 'were'} recorded after it: the number is restated by them.`,
    binding(row),
    clauseSentence(explained),
  ];
  return sentences.filter((sentence) => sentence !== null);
}

/** By which clause it is judged; where several versions judged, what each said while it bound. */
function clauseSentence({ clause, agreement, versions }: Omit<NumberExplanation, 'sentences'>): string {
  const by = `${agreement.name}, version ${agreement.version}`;
  if (clause === null) return `${by}, says nothing of it.`;
  if (versions.length > 0) {
    const told = versions.map(({ version, from, to, words }) => `From ${from} to ${to}, version ${version}: ${words}`);
    return `By clause ${clause.address} of ${agreement.name}, each time by the version that bound then. ${told.join(' ')}`;
  }
  if (clause.words === '') return `${by}, says nothing under ${clause.address}, where it would stand.`;
  return `By clause ${clause.address} of ${by}: ${clause.words}`;
}

/** What it needs and nobody recorded: it would be taken for failure. */
function unrecorded(row: ReportRow): readonly string[] {
  const said = unrecordedInWords(row.unrecorded);
  return said.length === 0 ? [] : [`${said.join('. ')}. ${unrecordedRemedy}`];
}

/** Whether it may stand in a bonus; of what nothing is counted of there is nothing to be said. */
function binding(row: ReportRow): string | null {
  if (row.binding === null) return null;
  return row.binding
    ? 'It is binding: all of it is judged by a version of the agreement that bound then.'
    : 'It is not binding: not all of it is judged by a version of the agreement that bound then. It belongs in no bonus.';
}

/** Why a number has no value. */
function whyNone(
  { numerator, denominator, dimensions }: ReportRow,
  { period, filters, clause }: Pick<NumberExplanation, 'period' | 'filters' | 'clause'>,
  { metric, find }: NumberInWordsOptions,
): string {
  const measure = metricMeasure(metric);
  switch (measure.kind) {
    case 'target':
    case 'sum_of': {
      if (clause === null || clause.words === '') return 'no target is agreed for it';
      if (period.from === null || period.to === null)
        return 'a target is of a period, and none is named: say from which day to which';
      if (filters.length > 0 || Object.keys(dimensions).length > 0)
        return 'a target is of everybody, and it is asked for a part of them';
      return 'no target is agreed for this period';
    }
    case 'product_of':
      return 'a figure that it is made of has none';
    case 'quotient':
      if (numerator === null || denominator === null)
        return period.from === null || period.to === null
          ? 'a figure that it is made of is not known; where that is a target, name a period'
          : 'a figure that it is made of is not known';
      if (denominator === 0 && period.from === null && isOpening(find(measure.under)))
        return 'there is nothing to divide by, as nothing stood at the beginning of all time: name a period, from which day to which';
      return denominator < 0 ? 'nothing is left to divide by, the target is reached' : 'there is nothing to divide by';
    case 'seconds':
      return 'no such time is known of anybody';
    default:
      return 'there is nothing to divide';
  }
}

/** Whether a metric is what stood at the beginning of a period. */
function isOpening(metric: MetricDefinition | undefined): boolean {
  const measure = metric === undefined ? null : metricMeasure(metric);
  return measure?.kind === 'level' && measure.moment === 'opening';
}

function named(value: string | null): string {
  return value === null ? 'missing' : `"${value}"`;
}

const count = (value: number): string => figureText('number', value, null).replace(/\.0$/, '');

/** What was counted above and below the line. */
function parts(
  row: ReportRow,
  { numerator, denominator }: Pick<NumberExplanation, 'numerator' | 'denominator'>,
  { metric, find, currency }: NumberInWordsOptions,
): string | null {
  if (denominator.means === null || denominator.value === null) return null;
  const measure = metricMeasure(metric);
  if (measure.kind === 'quotient' || measure.kind === 'money') {
    if (numerator.means === null || numerator.value === null) return null;
    const text = (value: number, part: string | null) => {
      const unit = part === null ? undefined : find(part)?.unit;
      return unit === 'money' ? figureText(unit, value, row.currency ?? currency) : count(value);
    };
    const isQuotient = measure.kind === 'quotient';
    const above = isQuotient
      ? text(numerator.value, measure.over)
      : figureText('money', numerator.value, row.currency ?? currency);
    const below = isQuotient ? text(denominator.value, measure.under) : count(denominator.value);
    return `That is ${above} (${numerator.means}) over ${below} (${denominator.means}).`;
  }
  const below = `${count(denominator.value)} ${denominator.means}`;
  if (numerator.means === null || numerator.value === null) return `That is of ${below}.`;
  return `That is ${count(numerator.value)} ${numerator.means}, of ${below}.`;
}

function interval({ low, high, unit, currency }: ReportRow): string | null {
  if (low === null || high === null) return null;
  return `By chance alone it may be off: its 95 % interval is ${figureInWords(unit, low, currency).number} to ${figureText(unit, high, currency)}.`;
}

const notToBeTold =
  'It is that of those who have arrived by now. What it will come to cannot be told: none of them has been watched for the whole time yet.';

function projection(row: ReportRow, metric: MetricDefinition): string | null {
  const { projected, projectedLow, projectedHigh, unit, currency } = row;
  const isTime = metricMeasure(metric).kind === 'seconds';
  if (projected === null) return isTime && row.mature === false ? notToBeTold : null;
  const bounds =
    projectedLow === null || projectedHigh === null
      ? ''
      : ` (95 % interval ${figureInWords(unit, projectedLow, currency).number} to ${figureText(unit, projectedHigh, currency)})`;
  if (isTime)
    return `It is that of those who have arrived by now, which the quick ones are the first of: with those who are still on their way it is expected to come to ${figureText(unit, projected, currency)}${bounds}.`;
  return `When all of these very leads have had that time, they are expected to stand at ${figureText(unit, projected, currency)}${bounds}, by the pace of earlier ones. What comes later still is added.`;
}
