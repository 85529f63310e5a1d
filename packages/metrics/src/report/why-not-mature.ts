import type { MetricDefinition } from '../metrics/define-metric.ts';
import type { ReportRow } from '../report-row.ts';
import { isRowMeasure } from './fact-measure.ts';
import type { MeasureWindow } from './measure-window.ts';
import { metricMeasure } from './metric-measure.ts';

/** Why a number is mature, or is not yet; `null` for one to which it does not apply. */
export function whyNotMature(row: ReportRow, window: MeasureWindow | null, metric: MetricDefinition): string | null {
  if (row.mature === null) return null;
  if (!isRowMeasure(metricMeasure(metric)))
    return row.mature
      ? 'Every cohort that it is made of has had its time.'
      : 'A figure that it is made of is of a young cohort, and can still change.';
  if (window === null) {
    if (row.mature) return 'Nothing of it is open any more.';
    const ends = metric.anchor === 'booked' ? 'held, missed or canceled' : 'kept or missed';
    return `Some of it is still open, and not counted yet: it may yet be ${ends}.`;
  }
  const days = `${String(Number(window.days.toFixed(2)))} ${window.days === 1 ? 'day' : 'days'}`;
  const by = window.clause === null ? '' : ` of ${window.clause}`;
  return row.mature
    ? `All of it has had the ${days}${by}.`
    : `Not all of it has had the ${days}${by}: what is to come is still missing.`;
}
