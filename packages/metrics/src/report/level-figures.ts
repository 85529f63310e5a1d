import { bucketStart } from '../plan/calendar.ts';
import { groupKey } from '../plan/group-addresses.ts';
import type { AmountGroup, GroupAddress, GroupedScope } from '../plan/reduction.ts';
import { type BindingSpan, isBoundDuring } from './binding.ts';
import type { LevelMeasure } from './fact-measure.ts';
import { noFigures } from './figures.ts';
import type { MetricResult, RowPlace } from './metric-result.ts';
import { moneySums, startOfDay } from './money-sums.ts';
import { placeDays } from './place-days.ts';
import type { ReducedMetric } from './reduce-metrics.ts';
import type { ReportContext } from './report-context.ts';

/** How much began or was left in one bucket of one group; without a bucket it is of before the first one. */
interface Flow {
  readonly address: GroupAddress;
  readonly value: number;
  readonly excluded: number;
}

/**
 * What stood at the end (or the beginning) of each period: everything that had begun, less what had been left. What
 * began before the period is part of it, so that the whole past is summed, whatever the period is.
 */
export async function levelFigures(
  { metric, measure, scope }: ReducedMetric & { readonly measure: LevelMeasure },
  context: ReportContext,
): Promise<MetricResult> {
  const flows = new Map<string, Flow[]>();
  const asked = pastOf(scope, measure.moment).flatMap((part) => {
    const began = { sign: 1, found: changes({ ...part, anchor: measure.began }, measure, metric.id, context) };
    if (measure.left === null) return [began];
    return [began, { sign: -1, found: changes({ ...part, anchor: measure.left }, measure, metric.id, context) }];
  });
  const answers = await Promise.all(asked.map(async ({ sign, found }) => ({ sign, found: await found })));
  for (const { sign, found } of answers) {
    for (const { address, value, excluded } of found) {
      const key = JSON.stringify(address.dimensions);
      const known = flows.get(key) ?? [];
      known.push({ address, value: sign * value, excluded: sign * excluded });
      flows.set(key, known);
    }
  }
  // What began long ago stands in the first bucket, too, and has a row there.
  const first = firstBucket(scope);
  const placed = ({ dimensions, bucket }: GroupAddress): GroupAddress => ({
    dimensions,
    bucket: first === null ? bucket : Math.max(bucket ?? first, first),
  });
  return {
    addresses: [...flows.values()].flat().map(({ address }) => placed(address)),
    figures: async (places) => {
      // Without a calendar an opening was summed up to the period, and nothing else.
      const moment = scope.calendar === null ? 'closing' : measure.moment;
      return new Map(
        places.map((place) => {
          const { value, excluded } = levelAt(flows.get(JSON.stringify(place.dimensions)) ?? [], place, moment);
          const binding = value === 0 ? null : isBoundDuring(context, atMoment(place, measure.moment, context));
          return [place.key, { ...noFigures, value, numerator: value, excluded, binding }];
        }),
      );
    },
  };
}

/**
 * The days whose flows are summed: those of the whole past too. An opening without a calendar is of those before the
 * period only; where the period cuts a bucket, what came before it is asked for apart.
 */
function pastOf(scope: GroupedScope, moment: LevelMeasure['moment']): readonly GroupedScope[] {
  const { calendar, firstDay } = scope;
  const past = { ...scope, firstDay: null };
  if (moment === 'closing') return [past];
  const before = { ...past, calendar: null, lastDay: (firstDay ?? -3_000_000) - 1 };
  if (calendar === null) return [before];
  return firstDay === null || firstBucket(scope) === firstDay ? [past] : [before, scope];
}

function levelAt(
  flows: readonly Flow[],
  { bucket }: RowPlace,
  moment: LevelMeasure['moment'],
): { readonly value: number; readonly excluded: number } {
  let value = 0;
  let excluded = 0;
  for (const { address, ...flow } of flows) {
    const isBefore = bucket !== null && (address.bucket === null || address.bucket < bucket);
    if (!isBefore && (moment === 'opening' || address.bucket !== bucket)) continue;
    value += flow.value;
    excluded += flow.excluded;
  }
  return { value, excluded };
}

/** The instant of which a level tells. */
function atMoment(
  place: RowPlace,
  moment: LevelMeasure['moment'],
  { plan, agreement }: Pick<ReportContext, 'plan' | 'agreement'>,
): BindingSpan {
  const { first, last } = placeDays(place, plan);
  const { timeZone } = agreement;
  const opensMs = first === null ? plan.asOfMs : startOfDay(first, timeZone);
  const closesMs = last === null ? plan.asOfMs : startOfDay(last + 1, timeZone) - 1;
  const atMs = Math.min(moment === 'opening' ? opensMs : closesMs, plan.asOfMs);
  return { fromMs: atMs, toMs: atMs };
}

function firstBucket({ calendar, firstDay }: GroupedScope): number | null {
  return calendar === null || firstDay === null ? null : bucketStart(firstDay, calendar.grain, calendar.rules);
}

async function changes(
  scope: GroupedScope,
  { counted, money, began, excluded }: LevelMeasure,
  metric: string,
  { reducer, bounds, agreement }: ReportContext,
): Promise<readonly Flow[]> {
  const aggregates = [counted, excluded].map((where) => ({ kind: 'count', where }) as const);
  const amountsOf = ({ value, currency }: NonNullable<LevelMeasure['money']>) =>
    // The rate of the day on which a span began holds for all of it: what began and what is left must be equal.
    reducer.amounts({ ...scope, value, currency, rateAt: began, amounts: counted, home: agreement.currency }, bounds);
  const [groups, amounts] = await Promise.all([
    reducer.reduce({ ...scope, aggregates }, bounds),
    money === null ? [] : amountsOf(money),
  ]);
  const flows = groups.map(({ dimensions, bucket, values, excluded: byAgreement }) => ({
    address: { dimensions, bucket },
    value: money === null ? (values[0] ?? 0) : 0,
    excluded: (values[1] ?? 0) + byAgreement,
  }));
  if (money === null) return flows;
  const byKey = new Map<string, AmountGroup>(amounts.map((group) => [groupKey(group), group]));
  const sums = moneySums(amounts, { agreement, metric, scale: money.scale });
  return [
    ...flows,
    ...[...byKey].map(([key, { dimensions, bucket }]) => ({
      address: { dimensions, bucket },
      value: sums.get(key) ?? 0,
      excluded: 0,
    })),
  ];
}
