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
import { type Flow, levelAt, runningLevels } from './running-levels.ts';

/**
 * What stood at the end (or the beginning) of each period: everything that had begun, less what had been left. What
 * began before the period is part of it, so that the whole past is summed, whatever the period is.
 */
export async function levelFigures(
  { metric, measure, scope }: Pick<ReducedMetric, 'metric' | 'scope'> & { readonly measure: LevelMeasure },
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
  // Without a calendar an opening was summed up to the period, and nothing else.
  const moment = scope.calendar === null ? 'closing' : measure.moment;
  return {
    addresses: [...flows.values()].flat().map(({ address }) => placed(address)),
    figures: async (places) => {
      const levels = new Map([...flows].map(([key, of]) => [key, runningLevels(of)]));
      const isBoundIn = new Map<number | null, boolean>();
      return new Map(
        places.map((place) => {
          const running = levels.get(JSON.stringify(place.dimensions)) ?? [];
          const { value, excluded } = levelAt(running, place, moment);
          return [place.key, { ...noFigures, value, numerator: value, excluded, binding: bindingOf(value, place) }];
        }),
      );

      function bindingOf(value: number, place: RowPlace): boolean | null {
        if (value === 0) return null;
        const known = isBoundIn.get(place.bucket);
        const isBound = known ?? isBoundDuring(context, atMoment(place, measure.moment, context));
        isBoundIn.set(place.bucket, isBound);
        return isBound;
      }
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
