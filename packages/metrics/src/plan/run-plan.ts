import { type Agreement, type CurrencyRate, convertMinor, currencyRate } from '@sameteam/agreement';
import { Temporal } from 'temporal-polyfill';
import { metricDefinition } from '../metrics/registry.ts';
import { MetricsError } from '../metrics-error.ts';
import type { ReportRow } from '../report-row.ts';
import { bucketLabel, nextBucket } from './calendar.ts';
import { type CompiledQuery, compilePlan } from './compile-plan.ts';
import { dimension } from './dimensions.ts';
import { type GroupAddress, groupAddresses, groupKey } from './group-addresses.ts';
import { measureParts } from './measure.ts';
import { metricWindow } from './metric-window.ts';
import type { Plan } from './plan.ts';
import { projectedRate, waitingCurve } from './projected-rate.ts';
import type { LogBounds, ReducedRow, ReduceQuery, Reducer, WaitingRow } from './query.ts';
import { metricCounts, rowMaker } from './report-row-of.ts';

/** What `runPlan` needs to know beside the facts. */
export interface RunContext {
  readonly agreement: Agreement;
  /** Local day of an instant in the agreement's zone. */
  readonly dayOf: (timeMs: number) => number;
  /** Most rows that a report may have. */
  readonly cellLimit?: number;
}

/**
 * Runs a plan on the facts of any engine: the engine reduces, this reasons. Rows come metric by metric in the order of
 * the plan, and within one by its dimensions and time.
 * @throws MetricsError `too-many-cells`, `no-rate`, `sum-too-large`
 */
export async function runPlan(reducer: Reducer, plan: Plan, context: RunContext): Promise<readonly ReportRow[]> {
  const bounds: LogBounds = { asOfMs: plan.asOfMs, knownAtMs: plan.knownAtMs };
  const compiled = compilePlan(plan, context.agreement);
  const reduced = await inOrder(compiled, ({ query }) => reducer.reduce(query, bounds));
  const first = compiled[0]?.query;
  if (first === undefined) return [];
  const limit = context.cellLimit ?? 100_000;
  const addresses = groupAddresses(reduced.flat(), first.calendar, {
    firstDay: first.firstDay,
    lastDay: first.lastDay,
    width: first.dimensions.length,
    metrics: plan.metrics.length,
    limit,
  });

  const today = firstDayNotOver(plan.asOfMs, context);
  const places = addresses.map((address) => ({
    key: groupKey(address),
    dimensions: namedDimensions(plan, address, first),
    isOpen: isOpen(address, first, today),
  }));

  const rows = new Map<string, readonly ReportRow[]>();
  for (const [index, part] of compiled.entries()) {
    const groups = new Map((reduced[index] as readonly ReducedRow[]).map((row) => [groupKey(row), row]));
    const sums = part.query.grain === 'opportunities' ? await sumsOf(reducer, part, bounds, context) : null;
    for (const { metric, at } of part.metrics) {
      const make = rowMaker(metric, { anchor: part.query.anchor, asOfMs: plan.asOfMs, agreement: context.agreement });
      const ofMetric = places.map((place) => {
        const found = groups.get(place.key);
        const counts = metricCounts(
          at.map((i) => found?.values[i] ?? null),
          found?.excluded ?? 0,
        );
        return make(sums === null ? counts : { ...counts, sum: sums.get(place.key) ?? 0 }, place);
      });
      rows.set(
        metric.id,
        await withProjections(reducer, ofMetric, { part, addresses, bounds, context, metricId: metric.id }),
      );
    }
  }
  return plan.metrics.flatMap((id) => rows.get(id) ?? []);
}

async function inOrder<A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<readonly B[]> {
  const results: B[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

/** The dimensions of a group by their ids, in the order of the plan. */
function namedDimensions(
  plan: Plan,
  address: GroupAddress,
  query: ReduceQuery,
): Readonly<Record<string, string | null>> {
  const named: Record<string, string | null> = {};
  let next = 0;
  for (const id of plan.by) {
    if (dimension(id)?.kind === 'calendar') {
      named[id] =
        address.bucket === null || query.calendar === null
          ? null
          : bucketLabel(address.bucket, query.calendar.grain, query.calendar.rules);
    } else {
      named[id] = address.dimensions[next++] ?? null;
    }
  }
  return named;
}

/** Today, or tomorrow at the last millisecond of today: what happens at as-of itself is counted. */
function firstDayNotOver(asOfMs: number, { agreement, dayOf }: RunContext): number {
  const today = dayOf(asOfMs);
  return startOfDayMs(today + 1, agreement.timeZone) === asOfMs + 1 ? today + 1 : today;
}

/** Whether something of a group's period is still to come, where `today` is the first day that is not over. */
function isOpen(address: GroupAddress, query: ReduceQuery, today: number): boolean {
  const bucketEnd =
    address.bucket === null || query.calendar === null ? null : nextBucket(address.bucket, query.calendar.grain) - 1;
  const last = bucketEnd === null ? query.lastDay : Math.min(bucketEnd, query.lastDay ?? bucketEnd);
  return last !== null && last >= today;
}

/** Sums of amounts in the agreement's currency, by group. */
async function sumsOf(
  reducer: Reducer,
  part: CompiledQuery,
  bounds: LogBounds,
  { agreement }: RunContext,
): Promise<ReadonlyMap<string, number>> {
  const home = agreement.currency;
  const sums = new Map<string, number>();
  for (const row of await reducer.amounts(part.query, home, bounds)) {
    const rate = currencyRate(agreement, row.currency, startOfDayMs(row.day ?? 0, agreement.timeZone));
    if (rate === null) throw new MetricsError('no-rate', { currency: row.currency, home });
    const sum = (sums.get(groupKey(row)) ?? 0) + converted(rate, row.amountMinor);
    if (!Number.isSafeInteger(sum)) throw new MetricsError('sum-too-large', { metric: 'amounts' });
    sums.set(groupKey(row), sum);
  }
  return sums;
}

function converted(rate: CurrencyRate, amountMinor: number): number {
  try {
    return convertMinor(rate, amountMinor);
  } catch (cause) {
    throw new MetricsError('sum-too-large', { metric: 'amounts' }, { cause });
  }
}

function startOfDayMs(day: number, zone: string): number {
  return Temporal.PlainDate.from('1970-01-01').add({ days: day }).toZonedDateTime(zone).epochMilliseconds;
}

/** Adds to young cohorts the rate that they are expected to reach, judged by older leads of the same kind. */
async function withProjections(
  reducer: Reducer,
  rows: readonly ReportRow[],
  at: {
    readonly part: CompiledQuery;
    readonly addresses: readonly GroupAddress[];
    readonly bounds: LogBounds;
    readonly context: RunContext;
    readonly metricId: string;
  },
): Promise<readonly ReportRow[]> {
  const measure = metricDefinition(at.metricId)?.measure;
  if (measure === undefined || (measure.kind !== 'ratio' && measure.kind !== 'within')) return rows;
  if (rows.every((row) => row.mature !== false)) return rows;
  const window = metricWindow(measure, at.context.agreement);
  if (window === null) return rows;
  const conversion = { from: measure.from, to: measure.to, where: measureParts(measure).denominator };
  const { query } = at.part;
  const everybody = { ...query, calendar: null, firstDay: null, lastDay: null };
  const curves = mapValues(byGroup(await reducer.waiting(everybody, conversion, at.bounds)), waitingCurve);
  const cohorts = byGroup(await reducer.waiting(query, conversion, at.bounds));
  return rows.map((row, index) => {
    const address = at.addresses[index] as GroupAddress;
    const curve = curves.get(groupKey({ dimensions: address.dimensions, bucket: null }));
    if (row.mature !== false || curve === undefined) return row;
    return {
      ...row,
      projected: projectedRate(cohorts.get(groupKey(address)) ?? [], {
        curve,
        windowDays: window.days,
        countsLater: measure.kind === 'ratio',
      }),
    };
  });
}

function byGroup(rows: readonly WaitingRow[]): ReadonlyMap<string, readonly WaitingRow[]> {
  const groups = new Map<string, WaitingRow[]>();
  for (const row of rows) {
    const group = groups.get(groupKey(row));
    if (group === undefined) groups.set(groupKey(row), [row]);
    else group.push(row);
  }
  return groups;
}

function mapValues<A, B>(map: ReadonlyMap<string, A>, change: (value: A) => B): ReadonlyMap<string, B> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
