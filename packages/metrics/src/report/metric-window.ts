import type { Agreement } from '@sameteam/agreement';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { type MeasureWindow, measureWindow } from './measure-window.ts';
import { metricMeasure } from './metric-measure.ts';

/**
 * The days after which a cohort of a metric is mature, and the clause that says so.
 * @returns `null` for a metric that does not mature by time
 * @example
 * const metric = metricDefinition('won_within_30_days');
 * metric && metricWindow(metric, defaultAgreement) // { days: 30, clause: null }
 */
export function metricWindow(metric: MetricDefinition, agreement: Pick<Agreement, 'windows'>): MeasureWindow | null {
  return measureWindow(metricMeasure(metric), agreement);
}
