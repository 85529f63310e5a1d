import type { Agreement } from '@sameteam/agreement';
import type { Plan } from '../plan/plan.ts';
import type { FactReducer } from '../plan/reduction.ts';
import { isRowMeasure } from './fact-measure.ts';
import { foldableDimensions, type KeptValues, keptValues } from './folded-plan.ts';
import { metricMeasure } from './metric-measure.ts';
import type { FindMetric } from './metric-results.ts';
import { metricScope } from './metric-scope.ts';
import { partsOf } from './parts-of.ts';
import { everyRow } from './row-tests.ts';

/**
 * The dimensions of a plan that have more values than it wants rows for. How large a value is, is how many rows the first
 * metric sees of it in the period.
 */
export async function cutDimensions(
  reducer: FactReducer,
  plan: Plan,
  { find, agreement }: { readonly find: FindMetric; readonly agreement: Agreement },
): Promise<readonly KeptValues[]> {
  const { top } = plan;
  if (top === null) return [];
  const [metric] = plan.metrics
    .flatMap((id) => [...partsOf(id, find)])
    .map(find)
    .filter((one) => isRowMeasure(metricMeasure(one)));
  const measure = metric === undefined ? null : metricMeasure(metric);
  if (metric === undefined || measure === null || !isRowMeasure(measure)) return [];
  const cut: KeptValues[] = [];
  for (const id of foldableDimensions(plan)) {
    const scope = metricScope({ ...plan, by: [id] }, metric, measure, agreement);
    const groups = await reducer.reduce(
      { ...scope, aggregates: [{ kind: 'count', where: everyRow }] },
      { asOfMs: plan.asOfMs, knownAtMs: plan.knownAtMs, version: plan.version },
    );
    const sizes = new Map(groups.map(({ dimensions, values }) => [dimensions[0] ?? null, values[0] ?? 0]));
    const kept = keptValues(id, sizes, top);
    if (kept !== null) cut.push(kept);
  }
  return cut;
}
