import type { Agreement, AgreementHistory } from '@sameteam/agreement';
import { bucketLabel, dayNumber, nextBucket } from '../plan/calendar.ts';
import { dimension } from '../plan/dimensions.ts';
import { groupAddresses, groupKey } from '../plan/group-addresses.ts';
import type { Plan } from '../plan/plan.ts';
import type { FactReducer, GroupAddress, LogBounds } from '../plan/reduction.ts';
import type { ReportRow } from '../report-row.ts';
import { noFigures } from './figures.ts';
import { inOrder } from './in-order.ts';
import type { RowPlace } from './metric-result.ts';
import { type FindMetric, metricResults } from './metric-results.ts';
import { calendarRules, planGrain } from './metric-scope.ts';
import { startOfDay } from './money-sums.ts';
import type { ReportContext } from './report-context.ts';
import { rowMaker } from './report-row-maker.ts';

/** What a report needs to know beside the facts. */
export interface RunOptions {
  readonly agreement: Agreement;
  /** Which version bound when; `null` where nobody has looked at signatures. */
  readonly history: AgreementHistory | null;
  /** Local day of an instant in the agreement's zone. */
  readonly dayOf: (timeMs: number) => number;
  /** The metric of an id; own ones among them. */
  readonly find: FindMetric;
}

/** A report whose groups are known, and whose rows are not made yet. */
export interface PreparedReport {
  /** First days of the first and the last bucket that anything was found in; `null` where there is none. */
  readonly buckets: BucketSpan | null;
  /** Makes the rows, an open period being as long as `buckets`, or as told. */
  rows(buckets?: BucketSpan | null): Promise<readonly ReportRow[]>;
}

/** From one bucket to another, both included, by their first days. */
export interface BucketSpan {
  readonly first: number;
  readonly last: number;
}

/**
 * Runs a plan on the facts of any engine: the engine reduces, this reasons. Rows come metric by metric in the order of
 * the plan, and within one by its dimensions and time.
 * @throws MetricsError `too-many-cells`, `no-rate`, `sum-too-large`, `no-such-dimension`
 */
export async function runReport(reducer: FactReducer, plan: Plan, options: RunOptions): Promise<readonly ReportRow[]> {
  const report = await prepareReport(reducer, plan, options);
  return report.rows();
}

/**
 * Asks for all that a report needs, so that several reports can be given rows for the same periods.
 * @throws MetricsError as `runReport`
 */
export async function prepareReport(
  reducer: FactReducer,
  plan: Plan,
  { agreement, history, dayOf, find }: RunOptions,
): Promise<PreparedReport> {
  const bounds: LogBounds = { asOfMs: plan.asOfMs, knownAtMs: plan.knownAtMs, version: plan.version };
  const restated = plan.knownAtMs === null ? await reducer.recordedLater(bounds) : 0;
  const context: ReportContext = { reducer: inOrder(reducer), plan, bounds, agreement, history, restated, dayOf };
  const results = await metricResults(plan.metrics, find, context);
  const grain = planGrain(plan);
  const calendar = grain === null ? null : { grain, rules: calendarRules(agreement) };
  // Metrics that were counted in one pass have one list of groups.
  const lists = new Set(plan.metrics.map((id) => results.get(id)?.addresses ?? []));
  const found = [...lists].flat();
  const today = firstDayNotOver(plan.asOfMs, { agreement, dayOf });
  return { buckets: bucketSpan(found), rows };

  async function rows(buckets: BucketSpan | null = null): Promise<readonly ReportRow[]> {
    const addresses = groupAddresses(found, calendar, {
      firstDay: plan.from === null ? (buckets?.first ?? null) : dayNumber(plan.from),
      lastDay: plan.to === null ? (buckets?.last ?? null) : dayNumber(plan.to),
      width: plan.by.filter((id) => dimension(id)?.kind === 'fact').length,
      metrics: plan.metrics.length,
      limit: plan.cellLimit,
    });
    const places = addresses.map(
      (address): RowPlace => ({ ...address, key: groupKey(address), isOpen: isOpen(address, plan, today) }),
    );
    const named = addresses.map((address) => namedDimensions(plan, address, calendar));
    const made: ReportRow[] = [];
    const figured = await Promise.all(plan.metrics.map((id) => results.get(id)?.figures(places)));
    for (const [metric, id] of plan.metrics.entries()) {
      const make = rowMaker(find(id), find, context);
      const figures = figured[metric];
      for (let index = 0; index < places.length; index++) {
        made.push(make(figures?.get((places[index] as RowPlace).key) ?? noFigures, named[index] ?? {}));
      }
    }
    return made;
  }
}

function bucketSpan(found: readonly GroupAddress[]): BucketSpan | null {
  const buckets = found.flatMap(({ bucket }) => (bucket === null ? [] : [bucket]));
  if (buckets.length === 0) return null;
  return { first: buckets.reduce((a, b) => Math.min(a, b)), last: buckets.reduce((a, b) => Math.max(a, b)) };
}

/** The dimensions of a group by their ids, in the order of the plan. */
export function namedDimensions(
  plan: Plan,
  address: GroupAddress,
  calendar: Parameters<typeof groupAddresses>[1],
): Readonly<Record<string, string | null>> {
  const named: Record<string, string | null> = {};
  let next = 0;
  for (const id of plan.by) {
    if (dimension(id)?.kind === 'calendar') {
      named[id] =
        address.bucket === null || calendar === null
          ? null
          : bucketLabel(address.bucket, calendar.grain, calendar.rules);
    } else {
      named[id] = address.dimensions[next++] ?? null;
    }
  }
  return named;
}

/** Today, or tomorrow at the last millisecond of today: what happens at as-of itself is counted. */
function firstDayNotOver(asOfMs: number, { agreement, dayOf }: Pick<RunOptions, 'agreement' | 'dayOf'>): number {
  const today = dayOf(asOfMs);
  return startOfDay(today + 1, agreement.timeZone) === asOfMs + 1 ? today + 1 : today;
}

/** Whether something of a group's period is still to come, where `today` is the first day that is not over. */
function isOpen({ bucket }: GroupAddress, plan: Plan, today: number): boolean {
  const grain = planGrain(plan);
  const lastDay = plan.to === null ? null : dayNumber(plan.to);
  const bucketEnd = bucket === null || grain === null ? null : nextBucket(bucket, grain) - 1;
  const last = bucketEnd === null ? lastDay : Math.min(bucketEnd, lastDay ?? bucketEnd);
  return last !== null && last >= today;
}
