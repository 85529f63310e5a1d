import type { DimensionId } from '@sameteam/model';
import { MetricsError } from '../metrics-error.ts';
import type { Plan } from '../plan/plan.ts';
import type { FactReducer } from '../plan/reduction.ts';
import type { ReportRow } from '../report-row.ts';
import { cutDimensions } from './cut-dimensions.ts';
import {
  compareValues,
  foldableDimensions,
  foldedValue,
  type KeptValues,
  type PartPlan,
  partPlans,
} from './folded-plan.ts';
import { type BucketSpan, type PreparedReport, prepareReport, type RunOptions, runReport } from './run-report.ts';

/**
 * Runs a plan whose dimensions may have more values than it wants rows for: the rarest are folded into one row, which is
 * computed of their leads like any other, so that the rows add up and rates stay rates.
 * @throws MetricsError as `runReport`
 */
export async function runFoldedReport(
  reducer: FactReducer,
  plan: Plan,
  options: RunOptions,
): Promise<readonly ReportRow[]> {
  const cut = await cutDimensions(reducer, plan, options);
  if (cut.length === 0) return runReport(reducer, plan, options);
  const reports: { readonly part: PartPlan; readonly report: PreparedReport }[] = [];
  for (const part of partPlans(plan, cut)) {
    reports.push({ part, report: await prepareReport(reducer, part.plan, options) });
  }
  // Every row of an open period has the months of all, as without folding.
  const buckets = reports.map(({ report }) => report.buckets).filter((span) => span !== null);
  const span = buckets.length === 0 ? null : spanOf(buckets);
  const parts: ReportRow[] = [];
  for (const { part, report } of reports) {
    for (const row of await report.rows(span)) parts.push(withFolded(row, plan, part));
  }
  if (parts.length > plan.cellLimit)
    throw new MetricsError('too-many-cells', { cells: parts.length, limit: plan.cellLimit });
  const ordered = parts.toSorted(bySize(plan, cut));
  return plan.metrics.flatMap((id) => ordered.filter((row) => row.metric === id));
}

/** The largest values of a cut dimension first, what is folded last; all else, and time, as in any report. */
function bySize(plan: Plan, cut: readonly KeptValues[]): (a: ReportRow, b: ReportRow) => number {
  const ranks = new Map(
    cut.map(({ dimension, kept }) => [dimension, new Map(kept.map((value, rank) => [value, rank]))]),
  );
  return (a, b) => {
    for (const id of foldableDimensions(plan)) {
      const difference = rankIn(a, id) - rankIn(b, id) || compareValues(termOf(a, id), termOf(b, id));
      if (difference !== 0) return difference;
    }
    return 0;
  };

  function rankIn(row: ReportRow, id: DimensionId): number {
    const rank = ranks.get(id);
    if (rank === undefined) return 0;
    return isFoldedIn(row, id) ? rank.size : (rank.get(termOf(row, id)) ?? rank.size);
  }
}

const termOf = ({ dimensions }: ReportRow, id: string) => dimensions[id] ?? null;

/** A value may be called as the folded ones are. */
const isFoldedIn = ({ folded }: ReportRow, id: string) => Object.hasOwn(folded ?? {}, id);

function spanOf(spans: readonly BucketSpan[]): BucketSpan {
  return { first: Math.min(...spans.map(({ first }) => first)), last: Math.max(...spans.map(({ last }) => last)) };
}

/** The row with all dimensions of the plan, in their order. */
function withFolded(row: ReportRow, plan: Plan, { folded }: PartPlan): ReportRow {
  if (folded.length === 0) return row;
  const isFolded = new Set<string>(folded.map(({ dimension }) => dimension));
  return {
    ...row,
    dimensions: Object.fromEntries(
      plan.by.map((id) => [id, isFolded.has(id) ? foldedValue : (row.dimensions[id] ?? null)]),
    ),
    folded: Object.fromEntries(folded.map(({ dimension, folded: count }) => [dimension, count])),
  };
}
