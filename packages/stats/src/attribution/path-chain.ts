import { StatsError } from '../stats-error.ts';
import type { AttributionPath } from './attribution-path.ts';
import { channelsOf } from './channels-of.ts';
import { StateNames } from './state-names.ts';

/** Columns of the two ends of a chain; those of its states follow. */
export const ends = { converted: 0, notConverted: 1, states: 2 } as const;

/** So many take some 10 s and 100 MB: more is too much for a page, and seldom backed by enough paths. */
const mostStates = 2000;

/**
 * Paths as a Markov chain, in counts instead of probabilities: integers, so that nothing is lost. Row 0 is the start,
 * row s + 1 is state s; the columns are {@link ends}, then the states.
 */
export interface PathChain {
  /** By name in UTF-8 order. */
  readonly channels: readonly string[];
  /** For each channel the states that end in it, which lie side by side. */
  readonly statesOf: readonly (readonly number[])[];
  readonly flows: Float64Array;
  readonly width: number;
}

/**
 * Counts the transitions of all paths. A state is a channel with the up to `order - 1` touches before it, so that the
 * first touches of a path are states of their own. Paths without steps, and those nobody took, are left out.
 * @throws StatsError `too-many-states`
 */
export function pathChain(paths: readonly AttributionPath[], order: number): PathChain {
  const taken = paths.filter((path) => path.steps.length > 0 && leadsOn(path) > 0);
  const channels = channelsOf(taken);
  const numberOf = new Map(channels.map((channel, number) => [channel, number]));
  const names = new StateNames({ order, channels: channels.length });
  for (const { steps } of taken) {
    let state = -1;
    for (const step of steps) state = names.after(state, numberOf.get(step) ?? 0);
  }
  const states = names.all.length;
  if (states > mostStates) {
    throw new StatsError('too-many-states', { states, most: mostStates, channels: channels.length, order });
  }
  const { rankOf, ranked } = names.ranking();
  const width = ends.states + states;
  const flows = new Float64Array((states + 1) * width);
  const add = (row: number, column: number, count: number) => {
    flows[row * width + column] = (flows[row * width + column] ?? 0) + count;
  };
  for (const path of taken) {
    let [state, row] = [-1, 0];
    for (const step of path.steps) {
      state = names.after(state, numberOf.get(step) ?? 0);
      const rank = rankOf[state] ?? 0;
      add(row, ends.states + rank, leadsOn(path));
      row = rank + 1;
    }
    add(row, ends.converted, path.converted);
    add(row, ends.notConverted, path.notConverted ?? 0);
  }
  const statesOf: number[][] = channels.map(() => []);
  for (const [rank, touches] of ranked.entries()) statesOf[touches[0] ?? 0]?.push(rank);
  return { channels, statesOf, flows, width };
}

function leadsOn({ converted, notConverted = 0 }: AttributionPath): number {
  return converted + notConverted;
}
