import { currencyRate } from '@sameteam/agreement';
import { bootstrapMean, type CountedValue, type RandomSource, repeatedRandom, seededRandom } from '@sameteam/stats';
import type { GroupAddress, HistogramGroup } from '../plan/reduction.ts';
import { atPlaces } from './at-places.ts';
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
  const groups = byGroup(
    (await reducer.histogram(query, bounds)).map((entry) => ({
      ...withoutLast(entry),
      amount: { value: entry.value * rateOf(entry.dimensions.at(-1) ?? home), count: entry.rows },
    })),
  );
  const random = repeatedRandom(seededRandom(seed));
  return atPlaces(places, (place) => {
    const of = figures.get(place.key) as Figures;
    const bounded = intervalOf(groups.get(place.key)?.map(({ amount }) => amount) ?? [], of.value, random);
    return bounded === null ? of : { ...of, ...bounded };
  });

  /** Minor units of the home currency for one of another. */
  function rateOf(of: string): number {
    const rate = currencyRate(agreement, of, plan.asOfMs);
    return rate === null ? 1 : Number(rate.numerator) / Number(rate.denominator);
  }
}

/** The group that an entry belongs to, its currency aside. */
function withoutLast({ dimensions, bucket }: HistogramGroup): GroupAddress {
  return { dimensions: dimensions.slice(0, -1), bucket };
}

/** The interval of a mean, set around the mean that is told. */
function intervalOf(
  amounts: readonly CountedValue[],
  mean: number | null,
  random: () => RandomSource,
): Pick<Figures, 'low' | 'high'> | null {
  const count = amounts.reduce((sum, one) => sum + one.count, 0);
  if (count < fewest || mean === null) return null;
  const found = bootstrapMean(fewerValues(amounts), { random: random() });
  if (found === null || found.interval === null || found.value === 0) return null;
  const around = mean / found.value;
  return { low: found.interval.low * around, high: found.interval.high * around };
}
