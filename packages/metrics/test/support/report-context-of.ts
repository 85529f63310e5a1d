import type { Agreement } from '@sameteam/agreement';
import type { FactGrain, FactRowOf } from '../../src/facts/schema/fact-schema.ts';
import { createMemoryReducer } from '../../src/memory/reduce/memory-reducer.ts';
import { metricDefinitions } from '../../src/metrics/registry.ts';
import { type PlanRequest, parsePlan } from '../../src/plan/parse-plan.ts';
import type { FactReducer, Reduction } from '../../src/plan/reduction.ts';
import type { ReportContext } from '../../src/report/report-context.ts';
import { agreementWith } from './agreements.ts';
import { tableOf } from './table-of.ts';

const dayMs = 86_400_000;

/** Hand-made rows of facts by grain. */
export type GivenFacts = { readonly [G in FactGrain]?: readonly Partial<FactRowOf<G>>[] };

/** What a report is made with over hand-made rows, in UTC, and what it has asked the reducer to reduce. */
export function reportContextOf(
  facts: GivenFacts,
  request: PlanRequest,
  agreement: Agreement = agreementWith(),
): ReportContext & { readonly asked: readonly Reduction[] } {
  const plan = parsePlan(request, { zone: 'UTC', nowMs: Date.UTC(2027, 0, 1), metrics: metricDefinitions });
  const asked: Reduction[] = [];
  const inMemory = createMemoryReducer({
    tableOf: (grain) => tableOf(grain, facts[grain] ?? []),
    recordedLater: () => 0,
  });
  const reducer: FactReducer = {
    ...inMemory,
    reduce: (query, bounds) => {
      asked.push(query);
      return inMemory.reduce(query, bounds);
    },
  };
  const bounds = { asOfMs: plan.asOfMs, knownAtMs: plan.knownAtMs, version: plan.version };
  return {
    reducer,
    plan,
    bounds,
    agreement,
    history: null,
    restated: 0,
    dayOf: (timeMs) => Math.floor(timeMs / dayMs),
    asked,
  };
}
