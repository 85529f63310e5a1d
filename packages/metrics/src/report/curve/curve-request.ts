import { nearestName } from '@sameteam/model';
import type { Engine } from '../../engine.ts';
import type { MetricDefinition } from '../../metrics/define-metric.ts';
import { MetricsError } from '../../metrics-error.ts';
import { type PlanRequest, parsePlan } from '../../plan/parse-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import { isRowMeasure, type RowMeasure } from '../fact-measure.ts';
import { metricMeasure } from '../metric-measure.ts';
import { type Way, wayOf } from '../way-of.ts';

/** A curve as it is asked for. Cohorts are made by `by` and `grain`; one of all without them. */
export interface CurveRequest extends Omit<PlanRequest, 'metrics' | 'top'> {
  /** A rate that waits for something, or a duration from one event to another. */
  readonly metric: string;
  /** Days of the curve; the window of the metric unless told, and 365 where it has none. */
  readonly days?: number | undefined;
}

/** A curve whose every name and date has been checked. */
export interface CheckedCurve {
  readonly metric: MetricDefinition;
  readonly measure: RowMeasure;
  readonly way: Way;
  readonly plan: Plan;
  readonly days: number | null;
}

/**
 * Checks what is asked for.
 * @throws MetricsError `unknown-metric`, `no-curve`, `bad-days`, and those of `parsePlan`
 */
export function checkCurve(
  { metric: id, days, ...asked }: CurveRequest,
  { agreement, metrics }: Pick<Engine, 'agreement' | 'metrics'>,
  nowMs: number,
): CheckedCurve {
  const metric = metrics.find((one) => one.id === id);
  if (metric === undefined)
    throw new MetricsError('unknown-metric', {
      id,
      nearest: nearestName(
        id,
        metrics.map((one) => one.id),
      ),
    });
  const measure = metricMeasure(metric);
  const way = wayOf(measure);
  if (way === null || !isRowMeasure(measure)) {
    const known = metrics.filter((one) => wayOf(metricMeasure(one)) !== null).map((one) => one.id);
    throw new MetricsError('no-curve', { metric: id, known: known.join(', ') });
  }
  if (days !== undefined && !(Number.isSafeInteger(days) && days > 0 && days <= 3650))
    throw new MetricsError('bad-days', { found: String(days) });
  const plan = parsePlan({ ...asked, metrics: [id] }, { zone: agreement.timeZone, nowMs, metrics });
  return { metric, measure, way, plan, days: days ?? null };
}
