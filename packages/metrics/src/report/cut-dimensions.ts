import type { Agreement } from '@sameteam/agreement';
import type { Plan } from '../plan/plan.ts';
import type { FactReducer, GroupedScope } from '../plan/reduction.ts';
import { isRowMeasure } from './fact-measure.ts';
import { foldableDimensions, type KeptValues, keptValues } from './folded-plan.ts';
import { metricMeasure } from './metric-measure.ts';
import type { FindMetric } from './metric-results.ts';
import { metricScope } from './metric-scope.ts';
import { partsOf } from './parts-of.ts';
import { everyRow } from './row-tests.ts';

/**
 * The dimensions of a plan that have more values than it wants rows for. How large a value is, is how many rows the first
 * metric sees of it in the period; values that only later metrics see are the smallest.
 */
export async function cutDimensions(
  reducer: FactReducer,
  plan: Plan,
  { find, agreement }: { readonly find: FindMetric; readonly agreement: Agreement },
): Promise<readonly KeptValues[]> {
  const { top } = plan;
  if (top === null) return [];
  const bounds = { asOfMs: plan.asOfMs, knownAtMs: plan.knownAtMs, version: plan.version };
  const cut: KeptValues[] = [];
  for (const id of foldableDimensions(plan)) {
    const sizes = new Map<string | null, number>();
    for (const [index, scope] of seenScopes({ ...plan, by: [id] }, { find, agreement }).entries()) {
      const groups = await reducer.reduce({ ...scope, aggregates: [{ kind: 'count', where: everyRow }] }, bounds);
      for (const { dimensions, values } of groups) {
        const value = dimensions[0] ?? null;
        if (!sizes.has(value)) sizes.set(value, index === 0 ? (values[0] ?? 0) : 0);
      }
    }
    const kept = keptValues(id, sizes, top);
    if (kept !== null) cut.push(kept);
  }
  return cut;
}

/** The rows that the metrics of a plan see, those of the first metric first, each once. */
function seenScopes(
  plan: Plan,
  { find, agreement }: { readonly find: FindMetric; readonly agreement: Agreement },
): readonly GroupedScope[] {
  const scopes = new Map<string, GroupedScope>();
  for (const metric of new Set(plan.metrics.flatMap((id) => [...partsOf(id, find)]).map(find))) {
    const measure = metricMeasure(metric);
    if (!isRowMeasure(measure)) continue;
    const scope = metricScope(plan, metric, measure, agreement);
    // A level stands on what began before the period, too.
    const seen = measure.kind === 'level' ? { ...scope, firstDay: null } : scope;
    scopes.set(JSON.stringify(seen), seen);
  }
  return [...scopes.values()];
}
