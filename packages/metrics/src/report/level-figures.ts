import { bucketStart } from '../plan/calendar.ts';
import { groupKey } from '../plan/group-addresses.ts';
import type { AmountGroup, GroupAddress, GroupedScope } from '../plan/reduction.ts';
import type { LevelMeasure } from './fact-measure.ts';
import { noFigures } from './figures.ts';
import type { MetricResult, RowPlace } from './metric-result.ts';
import { moneySums } from './money-sums.ts';
import type { ReducedMetric } from './reduce-metrics.ts';
import type { ReportContext } from './report-context.ts';

/** How much began and was left in one bucket of one group of dimensions. */
interface Flow {
  readonly bucket: number | null;
  readonly change: number;
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
  const past = pastOf(scope, measure.moment);
  const addresses: GroupAddress[] = [];
  for (const [anchor, sign] of [
    [measure.began, 1],
    [measure.left, -1],
  ] as const) {
    if (anchor === null) continue;
    for (const { address, sum } of await changes({ ...past, anchor }, measure, metric.id, context)) {
      addresses.push(address);
      const key = JSON.stringify(address.dimensions);
      const known = flows.get(key) ?? [];
      known.push({ bucket: address.bucket, change: sign * sum });
      flows.set(key, known);
    }
  }
  const first = scope.calendar === null || scope.firstDay === null ? null : firstBucket(scope, scope.firstDay);
  return {
    addresses: addresses.filter(({ bucket }) => bucket === null || first === null || bucket >= first),
    figures: async (places) =>
      new Map(
        places.map((place) => {
          const moment = scope.calendar === null ? 'closing' : measure.moment;
          const value = levelAt(flows.get(JSON.stringify(place.dimensions)) ?? [], place, moment);
          return [place.key, { ...noFigures, value, numerator: value }];
        }),
      ),
  };
}

/** All days that count: those of the whole past too, and for an opening without a calendar only those before the period. */
function pastOf(scope: GroupedScope, moment: LevelMeasure['moment']): GroupedScope {
  if (moment === 'closing' || scope.calendar !== null) return { ...scope, firstDay: null };
  return { ...scope, firstDay: null, lastDay: (scope.firstDay ?? -3_000_000) - 1 };
}

function levelAt(flows: readonly Flow[], { bucket }: RowPlace, moment: LevelMeasure['moment']): number {
  let level = 0;
  for (const flow of flows) {
    const isBefore = bucket !== null && flow.bucket !== null && flow.bucket < bucket;
    if (isBefore || (moment === 'closing' && flow.bucket === bucket)) level += flow.change;
  }
  return level;
}

function firstBucket({ calendar }: GroupedScope, day: number): number | null {
  return calendar === null ? null : bucketStart(day, calendar.grain, calendar.rules);
}

async function changes(
  scope: GroupedScope,
  { counted, money, began }: LevelMeasure,
  metric: string,
  { reducer, bounds, agreement }: ReportContext,
): Promise<readonly { readonly address: GroupAddress; readonly sum: number }[]> {
  if (money === null) {
    const groups = await reducer.reduce({ ...scope, aggregates: [{ kind: 'count', where: counted }] }, bounds);
    return groups.map((group) => ({ address: group, sum: group.values[0] ?? 0 }));
  }
  const { value, scale, currency } = money;
  // The rate of the day on which a span began holds for all of it: what began and what is left must be equal.
  const groups = await reducer.amounts(
    { ...scope, value, currency, rateAt: began, amounts: counted, home: agreement.currency },
    bounds,
  );
  const byKey = new Map<string, AmountGroup>(groups.map((group) => [groupKey(group), group]));
  const sums = moneySums(groups, { agreement, metric, scale });
  return [...byKey].map(([key, address]) => ({ address, sum: sums.get(key) ?? 0 }));
}
