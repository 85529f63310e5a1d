import { nearestName } from '@sameteam/model';
import type { Engine } from '../engine.ts';
import { columnKind } from '../facts/schema/fact-schema.ts';
import { dayOf, zoneOffsets } from '../facts/zone-days.ts';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { MetricsError } from '../metrics-error.ts';
import { dimensionColumn } from '../plan/dimension-columns.ts';
import type { Plan } from '../plan/plan.ts';
import type { FactReducer, LogBounds } from '../plan/reduction.ts';
import { cutDimensions } from './cut-dimensions.ts';
import { partPlans } from './folded-plan.ts';
import { withEntries } from './lead-entries.ts';
import { leadPage } from './lead-page.ts';
import { opportunityPage } from './opportunity-page.ts';
import { type KnownAgreements, reportAgreement } from './report-agreement.ts';
import { runFoldedReport } from './run-folded-report.ts';
import type { RunOptions } from './run-report.ts';
import { leadQueries } from './subject-queries.ts';
import { withUnrecorded } from './unrecorded/with-unrecorded.ts';

/** What reports are made by. */
export interface ReportOptions extends KnownAgreements {
  /** Every metric that can be asked for. */
  readonly metrics: readonly MetricDefinition[];
}

/** The questions of an engine that are answered by reasoning on what it reduces. */
export type Reports = Pick<Engine, 'run' | 'withReducer' | 'leads' | 'leadFacts' | 'opportunityFacts' | 'values'>;

/** Everything that is known. */
const current: LogBounds = { asOfMs: Number.POSITIVE_INFINITY, knownAtMs: null, version: null };

/** Answers the questions of an engine, the same for every engine, by what it reduces. */
export function createReports(reducer: FactReducer, { metrics, ...known }: ReportOptions): Reports {
  const { agreement } = known;
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const find = (id: string): MetricDefinition => {
    const found = byId.get(id);
    if (found !== undefined) return found;
    throw new MetricsError('unknown-metric', { id, nearest: nearestName(id, [...byId.keys()]) });
  };
  return {
    async run(plan) {
      const options = runOptions(plan);
      return withUnrecorded(reducer, await runFoldedReport(reducer, plan, options), { ...options, plan });
    },
    withReducer: (work) => work(reducer, (plan) => reportAgreement(known, plan)),
    leads: async (plan, cell, page) => {
      const asked = cell.folded === undefined ? plan : await planOfFolded(plan, cell.folded);
      const queries = leadQueries(asked, cell, find, reportAgreement(known, plan));
      const bounds = boundsOf(plan);
      return withEntries(reducer, await leadPage(reducer, queries, bounds, page), { queries, bounds });
    },
    leadFacts: (page) => leadPage(reducer, null, current, page),
    opportunityFacts: (page) => opportunityPage(reducer, current, page),
    async values(id, limit) {
      const column = dimensionColumn(id, { grain: 'leads', anchor: 'now', readAt: 'now' });
      if (column === null || columnKind('leads', column) === undefined) return [];
      const values = await reducer.values('leads', column, current, limit);
      return values.map(({ value, rows }) => ({ value, leads: rows }));
    },
  };

  function runOptions(plan: Plan): RunOptions {
    return {
      agreement: reportAgreement(known, plan),
      history: known.history,
      find,
      dayOf: dayOf(zoneOffsets(agreement.timeZone, { fromMs: plan.asOfMs, toMs: plan.asOfMs })),
    };
  }

  /** The plan of the row that stands for the folded values of some dimensions. */
  async function planOfFolded(plan: Plan, folded: readonly string[]): Promise<Plan> {
    const cut = await cutDimensions(reducer, plan, runOptions(plan));
    const part = partPlans(plan, cut).find(
      (one) => one.folded.length === folded.length && one.folded.every(({ dimension: id }) => folded.includes(id)),
    );
    if (part === undefined) throw new MetricsError('cell-not-in-plan', { what: `no row folds ${folded.join(', ')}` });
    return part.plan;
  }
}

/** The events and the version of the agreement that a plan counts by. */
export function boundsOf({ asOfMs, knownAtMs, version }: Plan): LogBounds {
  return { asOfMs, knownAtMs, version };
}
