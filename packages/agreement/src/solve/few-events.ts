import { type EngagementRules, heldAtCap } from '../scoring/engagement-points.ts';
import { ageBands, agedValues } from './age-bands.ts';
import type { EngagementDemand } from './engagement-demand.ts';
import type { Done, Spend } from './sum-set.ts';

const mostTimes = 10;

interface Option {
  readonly done: Done;
  /** By rule, in whole thousandths. */
  readonly values: readonly number[];
  /** By test of the demand: whether it counts. */
  readonly counted: readonly boolean[];
}

/**
 * Looks for an example that is easy to read: nothing, one event, the same one several times, two, three; young ones
 * first. Not complete.
 * @param options.names the activities that can make a difference
 * @param options.mostTries after so many it is left to the complete search, whose examples are longer
 * @returns `null` where none was found, which proves nothing
 */
export function fewEvents(
  demand: EngagementDemand,
  { rules, halfLifeMs }: EngagementRules,
  options: { readonly names: readonly string[]; readonly mostTries: number },
  spend: Spend,
): readonly Done[] | null {
  const { names, mostTries } = options;
  const events = ageBands(demand.counts.map(({ withinMs }) => withinMs))
    .flatMap((band) =>
      names.flatMap((activity) =>
        agedValues(band, rules, { halfLifeMs, detail: 'some' }).map(({ ageMs, values }): Option => {
          const own = values.map((value, index) => (rules[index]?.activity === activity ? value : 0));
          const counted = demand.counts.map(
            ({ activities, withinMs }) => ageMs <= withinMs && (activities === null || activities.includes(activity)),
          );
          return { done: { activity, ageMs, times: 1 }, values: own, counted };
        }),
      ),
    )
    .sort((a, b) => a.done.ageMs - b.done.ageMs);
  let tries = 0;
  const often = demand.counts.map(({ atLeast }) => atLeast).filter((times) => times > mostTimes);
  for (const tried of candidates(events, often)) {
    if (++tries > mostTries) break;
    if (meets(demand, rules, tried)) return tried.map(({ option, times }) => ({ ...option.done, times }));
  }
  spend(tries);
  return null;
}

interface Tried {
  readonly option: Option;
  readonly times: number;
}

function* candidates(options: readonly Option[], often: readonly number[]): Generator<readonly Tried[]> {
  yield [];
  const times = Array.from({ length: mostTimes }, (_, index) => index + 1);
  for (const count of [...times, ...often]) for (const option of options) yield [{ option, times: count }];
  for (const [index, first] of options.entries()) {
    for (const second of options.slice(index + 1)) {
      for (let times = 1; times <= 4; times++) {
        yield [
          { option: first, times },
          { option: second, times: 1 },
        ];
        if (times > 1) {
          yield [
            { option: first, times: 1 },
            { option: second, times },
          ];
        }
      }
    }
  }
  for (const [index, first] of options.entries()) {
    for (const [next, second] of options.slice(index + 1).entries()) {
      for (const third of options.slice(index + next + 2)) {
        yield [first, second, third].map((option) => ({ option, times: 1 }));
      }
    }
  }
}

function meets(demand: EngagementDemand, rules: EngagementRules['rules'], tried: readonly Tried[]): boolean {
  for (const [index, { atLeast, atMost }] of demand.counts.entries()) {
    let count = 0;
    for (const { option, times } of tried) if (option.counted[index] === true) count += times;
    if (count < atLeast || count > atMost) return false;
  }
  let total = 0;
  for (const [index, { cap }] of rules.entries()) {
    let sum = 0;
    for (const { option, times } of tried) sum += (option.values[index] ?? 0) * times;
    total += heldAtCap(sum, cap);
  }
  return total >= demand.points[0] && total <= demand.points[1];
}
