import type { MetricDefinition, ReportRow } from '@sameteam/api/client';
import type { Format } from '../format/create-format.ts';
import { sentenceStart } from '../format/value-label.ts';

/**
 * What stands under a big number: of how many, or why there is none.
 * @example metricCaption(row, definition, format) // '842 of 8,000 leads'
 */
export function metricCaption(row: ReportRow, definition: MetricDefinition | undefined, format: Format): string {
  if (row.value === null) return 'No lead in this view to take it from.';
  const out = row.excluded > 0 ? `, ${format.count(row.excluded)} left out` : '';
  if (row.denominator !== null && row.numerator !== null)
    return `${format.count(row.numerator)} of ${format.count(row.denominator)} leads${out}`;
  if (row.denominator !== null) return `over ${format.count(row.denominator)} leads${out}`;
  if (row.implied > 0) return `${format.count(row.implied)} of them implied${out}`;
  return `${sentenceStart(definition?.numerator ?? definition?.formula ?? '')}${out}`;
}
