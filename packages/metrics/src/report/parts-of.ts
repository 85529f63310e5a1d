import { metricMeasure } from './metric-measure.ts';
import type { FindMetric } from './metric-results.ts';

/** Ids of a metric and of all metrics that it is made of, the parts first. A metric cannot be made of itself. */
export function partsOf(id: string, find: FindMetric, found: Set<string> = new Set()): ReadonlySet<string> {
  if (found.has(id)) return found;
  const measure = metricMeasure(find(id));
  if (measure.kind === 'quotient') for (const part of [measure.over, measure.under]) partsOf(part, find, found);
  if (measure.kind === 'sum_of' || measure.kind === 'product_of')
    for (const part of measure.parts) partsOf(part.metric, find, found);
  return found.add(id);
}
