import { checkCount } from '../checks.ts';
import { type CountedValue, checkCountedValues } from '../counted-value.ts';
import { StatsError } from '../stats-error.ts';
import {
  type BootstrapEstimate,
  type BootstrapOptions,
  bootstrapRatio,
  bootstrapRatios,
  type CountedPair,
  type SharedBootstrapOptions,
} from './bootstrap-ratio.ts';

/**
 * Bootstrap interval of a mean, such as the average deal. Takes the few distinct amounts that an engine returns with
 * their counts, and costs no more for a million of them.
 * Source, cost and caution as `bootstrapRatio`.
 * @returns `null` when there are no values; without an interval for one value, or when all are equal
 * @throws StatsError `not-a-number`, `not-a-count`, `not-a-probability`, `too-few-resamples`
 * @example
 * const deals = [{ value: 400, count: 30 }, { value: 900, count: 12 }, { value: 5000, count: 2 }];
 * bootstrapMean(deals, { random: seededRandom(1) })?.value // 745.45…
 */
export function bootstrapMean(values: readonly CountedValue[], options: BootstrapOptions): BootstrapEstimate | null {
  return bootstrapRatio(kindsOf(values), options);
}

/**
 * The same for many groups, each as if it were the only one, such as the average deal of each channel and month: groups
 * of as many values, up to 256, share what is drawn, which takes less than half of the time that one by one takes.
 * @returns an estimate for each group, in their order; else as `bootstrapMean`
 * @throws StatsError as `bootstrapMean`
 * @example
 * const deals = [[{ value: 400, count: 12 }, { value: 900, count: 12 }], [{ value: 5000, count: 24 }], []];
 * bootstrapMeans(deals, { random: () => seededRandom(1) }).map((mean) => mean?.value) // [650, 5000, undefined]
 */
export function bootstrapMeans(
  groups: readonly (readonly CountedValue[])[],
  options: SharedBootstrapOptions,
): readonly (BootstrapEstimate | null)[] {
  return bootstrapRatios(groups.map(kindsOf), options);
}

function kindsOf(values: readonly CountedValue[]): readonly CountedPair[] {
  checkCountedValues(values);
  return values.map(({ value, count }) => ({ numerator: value, denominator: 1, count }));
}

/** How a sum is shared among units. */
export interface PerUnitOptions extends BootstrapOptions {
  /** Units in all, those without an amount too: at least as many as there are amounts. */
  readonly units: number;
}

/**
 * Bootstrap interval of a sum per unit, such as bookings per lead: each unit has one amount or none, and none is 0.
 * Times `units` it is the interval of the sum itself.
 * Source, cost and caution as `bootstrapRatio`.
 * @returns `null` when there are no units
 * @throws StatsError `more-hits-than-trials` for more amounts than units; else as `bootstrapMean`
 * @example
 * const won = [{ value: 400, count: 30 }, { value: 900, count: 12 }];
 * bootstrapSumPerUnit(won, { units: 400, random: seededRandom(1) })?.value // 57
 */
export function bootstrapSumPerUnit(
  values: readonly CountedValue[],
  { units, ...options }: PerUnitOptions,
): BootstrapEstimate | null {
  checkCount('units', units);
  const amounts = checkCountedValues(values);
  if (amounts > units) throw new StatsError('more-hits-than-trials', { hits: amounts, trials: units });
  return bootstrapMean([...values, { value: 0, count: units - amounts }], options);
}
