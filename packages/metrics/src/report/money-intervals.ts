import { currencyRate } from '@sameteam/agreement';
import { type BootstrapEstimate, bootstrapMeans, type CountedValue, seededRandom } from '@sameteam/stats';
import type { GroupAddress } from '../plan/reduction.ts';
import { byGroup } from './by-group.ts';
import { fewerValues } from './fewer-values.ts';
import type { Figures } from './figures.ts';
import type { RowPlace } from './metric-result.ts';
import type { ReducedMetric } from './reduce-metrics.ts';
import type { ReportContext } from './report-context.ts';

/** Fewer amounts than this say too little about their spread. */
const fewest = 10;

/** Beyond so many amounts in all the interval is left out: what it would take to read them is not worth it. */
const mostValues = 20_000;

/** The same random numbers every time, whatever the engine. */
const seed = 1;

/**
 * Adds to means of money their 95 % interval, by bootstrap of the amounts (BCa): money has heavy tails, so that a normal
 * interval would be wrong. A foreign amount counts by the rate at as-of here; the interval is set around the mean itself,
 * which is by the rates of the days. It has none for fewer than ten amounts, nor where all are equal.
 */
export async function withMoneyIntervals(
  figures: ReadonlyMap<string, Figures>,
  places: readonly RowPlace[],
  { measure, scope }: ReducedMetric,
  { reducer, bounds, agreement, plan }: ReportContext,
): Promise<ReadonlyMap<string, Figures>> {
  if (measure.kind !== 'money' || measure.per !== 'row') return figures;
  const rows = [...figures.values()].reduce((sum, { denominator }) => sum + (denominator ?? 0), 0);
  if (rows < fewest || rows > mostValues) return figures;
  const { currency, value, counted } = measure;
  const query = { ...scope, dimensions: [...scope.dimensions, currency], value, rows: counted, limit: mostValues };
  const home = agreement.currency;
  const withoutCurrency = sharedWithoutLast();
  const groups = byGroup(
    (await reducer.histogram(query, bounds)).map(({ dimensions, bucket, value: amount, rows: count }) => ({
      dimensions: withoutCurrency(dimensions),
      bucket,
      amount: { value: amount * rateOf(dimensions.at(-1) ?? home), count },
    })),
  );
  const amounts = places.map(({ key }) => groups.get(key)?.map(({ amount }) => amount) ?? []);
  const intervals = intervalsOf(amounts);
  return new Map(
    places.map(({ key }, index) => {
      const of = figures.get(key) as Figures;
      const bounded = around(intervals[index] ?? null, of.value);
      return [key, bounded === null ? of : { ...of, ...bounded }];
    }),
  );

  /** Minor units of the home currency for one of another. */
  function rateOf(of: string): number {
    const rate = currencyRate(agreement, of, plan.asOfMs);
    return rate === null ? 1 : Number(rate.numerator) / Number(rate.denominator);
  }
}

/** Takes the last one off dimensions: entries that share theirs share what is left, too. */
function sharedWithoutLast() {
  const known = new Map<GroupAddress['dimensions'], GroupAddress['dimensions']>();
  return (dimensions: GroupAddress['dimensions']): GroupAddress['dimensions'] => {
    const found = known.get(dimensions) ?? dimensions.slice(0, -1);
    known.set(dimensions, found);
    return found;
  };
}

/** The means of some groups by resampling; `null` where there are too few amounts. */
function intervalsOf(groups: readonly (readonly CountedValue[])[]): readonly (BootstrapEstimate | null)[] {
  const many = groups.map((amounts) =>
    amounts.reduce((sum, { count }) => sum + count, 0) < fewest ? [] : fewerValues(amounts),
  );
  return bootstrapMeans(many, { random: () => seededRandom(seed) });
}

/** The interval of a mean, set around the mean that is told. */
function around(found: BootstrapEstimate | null, mean: number | null): Pick<Figures, 'low' | 'high'> | null {
  if (found === null || found.interval === null || found.value === 0 || mean === null) return null;
  const share = mean / found.value;
  return { low: found.interval.low * share, high: found.interval.high * share };
}
