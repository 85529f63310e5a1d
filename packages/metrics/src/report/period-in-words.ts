import type { MetricDefinition } from '../metrics/define-metric.ts';
import { anchorInWords } from './anchor-in-words.ts';
import type { NumberExplanation } from './explain-number.ts';
import { metricMeasure } from './metric-measure.ts';

/** How a metric of an id is found. */
interface PeriodOptions {
  readonly metric: MetricDefinition;
  readonly find: (id: string) => MetricDefinition | undefined;
}

/** Of which time a number is, and by which date. What is made of others has the dates of its parts. */
export function periodInWords(
  { from, to, anchor }: NumberExplanation['period'],
  { metric, find }: PeriodOptions,
): string {
  const measure = metricMeasure(metric);
  if (measure.kind === 'level') return momentInWords({ from, to }, measure.moment);
  const dates = datesInWords(metric, find);
  // Which dates they are is said where the metric is explained.
  const by = dates === null ? `by the date of ${anchorInWords(anchor)}` : dates.split(': ')[0];
  if (from !== null && to !== null) return `From ${from} to ${to}, ${by}.`;
  if (from !== null) return `From ${from} on, ${by}.`;
  return to === null ? `Of all time, ${by}.` : `Up to ${to}, ${by}.`;
}

/**
 * The date by which each part of a metric is placed in time.
 * @param find a metric by its id
 * @returns `null` for a metric that is made of rows, and so has one date
 * @example
 * const metric = metricDefinition('cost_per_lead');
 * metric && datesInWords(metric, metricDefinition)
 * // 'each part by its own date: Spend by the date of the spending; Captured by the date of the capture of the lead'
 */
export function datesInWords(metric: MetricDefinition, find: PeriodOptions['find']): string | null {
  const parts = datedParts(metric, find);
  if (parts === null) return null;
  const dates = [...new Set(parts.map(({ date }) => date))];
  if (dates.length === 1) return dates[0] ?? null;
  return `each part by its own date: ${parts.map(({ label, date }) => `${label} ${date}`).join('; ')}`;
}

interface DatedPart {
  readonly label: string;
  readonly date: string;
}

function datedParts(metric: MetricDefinition, find: PeriodOptions['find']): readonly DatedPart[] | null {
  const measure = metricMeasure(metric);
  if (measure.kind === 'quotient') return [measure.over, measure.under].flatMap(datesOf);
  if (measure.kind === 'sum_of' || measure.kind === 'product_of')
    return measure.parts.flatMap((part) => datesOf(part.metric));
  return null;

  function datesOf(id: string): readonly DatedPart[] {
    const part = find(id);
    if (part === undefined) return [];
    const of = metricMeasure(part);
    // A target is of the days themselves.
    if (of.kind === 'target') return [];
    if (of.kind === 'level') {
      const edge =
        of.moment === 'closing' ? 'as it stood at the end of the period' : 'as it stood at the beginning of the period';
      return [{ label: part.label, date: edge }];
    }
    if ('readAt' in of && of.readAt === 'now') return [{ label: part.label, date: 'as it is at as-of' }];
    return datedParts(part, find) ?? [{ label: part.label, date: `by the date of ${anchorInWords(part.anchor)}` }];
  }
}

/** A level is not of a period, but of its last moment, or its first. */
function momentInWords(
  { from, to }: Pick<NumberExplanation['period'], 'from' | 'to'>,
  moment: 'opening' | 'closing',
): string {
  if (moment === 'closing') return to === null ? 'As it stood at as-of.' : `As it stood at the end of ${to}.`;
  return from === null
    ? 'As it stood at the beginning of all time, which is nothing: name the first day of a period.'
    : `As it stood at the beginning of ${from}.`;
}
