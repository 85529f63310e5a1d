import type { PathStep } from '../issue/agreement-issue.ts';
import type { OwnMetric } from './own-metric.ts';

/** A metric that another one is made of. */
export interface MetricPart {
  readonly metric: string;
  /** Steps to its name, in the declaration. */
  readonly path: readonly PathStep[];
}

/** The metrics that one is made of; none for what counts leads itself. */
export function metricParts(metric: OwnMetric): readonly MetricPart[] {
  if ('of' in metric) return [{ metric: metric.of, path: ['of'] }];
  if ('over' in metric) return (['over', 'per'] as const).map((key) => ({ metric: metric[key], path: [key] }));
  if ('sum' in metric) return metric.sum.map((part, index) => ({ metric: addend(part).metric, path: ['sum', index] }));
  return [];
}

/**
 * A part of a sum.
 * @example addend('-bookings') // { metric: 'bookings', times: -1 }
 */
export function addend(part: string): { readonly metric: string; readonly times: 1 | -1 } {
  return part.startsWith('-') ? { metric: part.slice(1), times: -1 } : { metric: part, times: 1 };
}
