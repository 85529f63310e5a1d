import type { MetricDefinition } from '../metrics/define-metric.ts';
import type { ReportRow } from '../report-row.ts';
import { isRowMeasure } from './fact-measure.ts';
import { figureText } from './figure-in-words.ts';
import { metricMeasure } from './metric-measure.ts';

/** How many were left out of a number, and why that can be; `null` where none was. */
export function leftOutInWords({ excluded }: Pick<ReportRow, 'excluded'>, metric: MetricDefinition): string | null {
  if (excluded === 0) return null;
  const many = figureText('number', excluded, null).replace(/\.0$/, '');
  const reason = reasonOf(metric);
  const why =
    reason === null ? 'by an exclusion of the agreement' : `by an exclusion of the agreement, or because ${reason}`;
  return `${many} ${excluded === 1 ? 'was' : 'were'} left out: ${why}.`;
}

/** Why a row that would be counted cannot be, by what is measured. */
function reasonOf(metric: MetricDefinition): string | null {
  const measure = metricMeasure(metric);
  if (!isRowMeasure(measure)) return 'a part of it cannot be counted (no amount, an impossible order, not judged)';
  if (measure.excluded.length === 0) return null;
  const columns = new Set(measure.excluded.flat().flatMap((atom) => ('column' in atom ? [atom.column] : [])));
  if (columns.has('probability')) return 'they have no amount, or no stage to which the agreement gives a probability';
  if (columns.has('amount')) return 'they have no amount';
  if (columns.has('at_ended')) return 'they ended before they were due, so that they are not judged';
  return 'their events are in an impossible order';
}
