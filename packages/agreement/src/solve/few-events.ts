import { type EngagementRules, heldAtCap } from '../scoring/engagement-points.ts';
import { ageBands, agedValues } from './age-bands.ts';
import type { EngagementDemand } from './engagement-demand.ts';
import type { Done, Spend } from './sum-set.ts';

/** Tries after which it is left to the complete search, whose examples are longer. */
const mostTries = 20_000;
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
 * @param names the activities that can make a difference
 * @returns `null` where none was found, which proves nothing
 */
export function fewEvents(
  demand: EngagementDemand,
  { rules, halfLifeMs }: EngagementRules,
  names: readonly string[],
  spend: Spend,
): readonly Done[] | null {
  const options = ageBands(demand.counts.map(({ withinMs }) => withinMs))
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
  for (const tried of candidates(options)) {
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

function* candidates(options: readonly Option[]): Generator<readonly Tried[]> {
  yield [];
  for (let times = 1; times <= mostTimes; times++) for (const option of options) yield [{ option, times }];
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
