import type { Plan } from '../plan/plan.ts';
import type { FactReducer, GroupedScope } from '../plan/reduction.ts';
import { isRowMeasure } from './fact-measure.ts';
import { foldableDimensions, type KeptValues, keptValues } from './folded-plan.ts';
import { metricMeasure } from './metric-measure.ts';
import { metricScope } from './metric-scope.ts';
import { partsOf } from './parts-of.ts';
import { everyRow } from './row-tests.ts';
import { type RunOptions, runReport } from './run-report.ts';

/** Measures whose number adds up over values: they are as large as it says. Others are as large as what they are a share of. */
const adding: ReadonlySet<string> = new Set(['rows', 'money', 'level', 'sum_of', 'target']);

/**
 * The dimensions of a plan that have more values than it wants rows for. How large a value is, the first metric says: by its
 * number where it is a count or a sum, else by how many it is a share or a quantile of. Values that only later metrics
 * see are the smallest.
 */
export async function cutDimensions(
  reducer: FactReducer,
  plan: Plan,
  options: RunOptions,
): Promise<readonly KeptValues[]> {
  const { top } = plan;
  if (top === null) return [];
  const cut: KeptValues[] = [];
  for (const id of foldableDimensions(plan)) {
    const kept = keptValues(id, await sizesOf(reducer, { ...plan, by: [id], top: null }, options), top);
    if (kept !== null) cut.push(kept);
  }
  return cut;
}

/** Each value of the only dimension of a plan, and how large it is. */
async function sizesOf(reducer: FactReducer, plan: Plan, options: RunOptions) {
  const [id] = plan.by;
  const [first] = plan.metrics;
  const sizes = new Map<string | null, number>();
  if (id === undefined || first === undefined) return sizes;
  const adds = adding.has(metricMeasure(options.find(first)).kind);
  const alone = { ...plan, metrics: [first], cellLimit: Number.MAX_SAFE_INTEGER };
  for (const { dimensions, value, denominator } of await runReport(reducer, alone, options))
    sizes.set(dimensions[id] ?? null, Math.abs((adds ? value : (denominator ?? value)) ?? 0));
  const bounds = { asOfMs: plan.asOfMs, knownAtMs: plan.knownAtMs, version: plan.version };
  for (const scope of seenScopes(plan, options)) {
    const groups = await reducer.reduce({ ...scope, aggregates: [{ kind: 'count', where: everyRow }] }, bounds);
    for (const { dimensions } of groups) {
      const value = dimensions[0] ?? null;
      if (!sizes.has(value)) sizes.set(value, 0);
    }
  }
  return sizes;
}

/** The rows that the metrics of a plan see, each once. */
function seenScopes(plan: Plan, { find, agreement }: RunOptions): readonly GroupedScope[] {
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
