import { StatsError } from '../stats-error.ts';
import { type AttributionPath, totalsOfPaths } from './attribution-path.ts';
import { channelsOf } from './channels-of.ts';
import { ends, pathChain } from './path-chain.ts';

/** How much a channel is missed. */
export interface RemovalEffect {
  readonly channel: string;
  /** Share of all conversions that would not come without the channel, in [0, 1]. */
  readonly effect: number;
}

/** Counts of transitions among some states of a chain: row 0 is the start, columns 0 and 1 are the ends. */
interface Block {
  readonly flows: Float64Array;
  readonly width: number;
}

/**
 * Removal effects of a Markov chain of touches: the share of conversions that is lost when whoever comes to a channel
 * does not convert. Paths start at START, which cannot be removed, and end at CONVERSION or NULL; transitions are
 * counted over paths with and without conversion, from a channel to itself too (which changes no effect).
 * Source: Anderl, Becker, von Wangenheim and Schumann 2016; solved exactly where the R package ChannelAttribution
 * simulates. Of a higher order, a state is a channel with the touches before it, and a channel is removed with all
 * states that end in it.
 *
 * Effects of all channels take one and not n solves: states are eliminated from the chain, one half of the channels
 * and then the other, each time down to the chain as seen from a single channel. About 0.8 × states³ multiplications
 * and some times 8 × states² bytes: 200 channels that all lead to one another take 0.1 s, 1,000 some 2 s, and the most
 * that is solved, 2,000 states, some 10 s. Only positive numbers are added, never subtracted (Grassmann, Taksar and
 * Heyman 1985), so that small effects are as precise as large ones.
 *
 * A channel that lies on paths without conversion only has an effect above 0 when others that do convert come after it:
 * the chain forgets how a path began.
 * @returns every channel by name in UTF-8 order; effects of 0 when nothing converted
 * @throws StatsError as {@link attribute}: `not-above-zero`, `too-many-states`, and those of bad paths
 * @example
 * const paths = [
 *   { steps: ['search', 'mail'], converted: 1 },
 *   { steps: ['mail'], converted: 1, notConverted: 2 },
 * ];
 * removalEffects(paths) // [{ channel: 'mail', effect: 1 }, { channel: 'search', effect: 0.25 }]
 */
export function removalEffects(
  paths: readonly AttributionPath[],
  { order = 1 }: { readonly order?: number } = {},
): readonly RemovalEffect[] {
  if (!(Number.isSafeInteger(order) && order > 0))
    throw new StatsError('not-above-zero', { name: 'order', value: order });
  totalsOfPaths(paths);
  const chain = pathChain(paths, order);
  const effects = effectsOf(chain, chain.statesOf);
  const known = new Map(chain.channels.map((channel, index) => [channel, effects[index] ?? 0]));
  return channelsOf(paths).map((channel) => ({ channel, effect: known.get(channel) ?? 0 }));
}

/** Effects of the groups of states, when all other states of the block are passed through unseen. */
function effectsOf(block: Block, groups: readonly (readonly number[])[]): readonly number[] {
  if (groups.length === 0) return [];
  if (groups.length === 1) return [effectOfAll(part(block, groups, []), groups.flat().length)];
  const half = Math.floor(groups.length / 2);
  const [left, right] = [groups.slice(0, half), groups.slice(half)];
  return [
    ...effectsOf(part(block, left, right), renumbered(left)),
    ...effectsOf(part(block, right, left), renumbered(right)),
  ];
}

/** The block with the kept states first, from which the others are eliminated. */
function part(block: Block, keep: readonly (readonly number[])[], drop: readonly (readonly number[])[]): Block {
  const kept = keep.flat();
  const states = [...kept, ...drop.flat()];
  const width = states.length + ends.states;
  const flows = new Float64Array((states.length + 1) * width);
  for (const [row, from] of [0, ...states.map((state) => state + 1)].entries()) {
    flows[row * width + ends.converted] = block.flows[from * block.width + ends.converted] ?? 0;
    flows[row * width + ends.notConverted] = block.flows[from * block.width + ends.notConverted] ?? 0;
    for (const [column, state] of states.entries()) {
      flows[row * width + ends.states + column] = block.flows[from * block.width + ends.states + state] ?? 0;
    }
  }
  for (let state = states.length - 1; state >= kept.length; state--) eliminate({ flows, width }, state);
  return { flows, width };
}

/** Numbers from 0 for groups that lie side by side at the start of a block. */
function renumbered(groups: readonly (readonly number[])[]): readonly (readonly number[])[] {
  let next = 0;
  return groups.map((group) => group.map(() => next++));
}

/** Share of conversions that pass through any of the block's states. */
function effectOfAll(block: Block, states: number): number {
  const direct = block.flows[ends.converted] ?? 0;
  let through = 0;
  for (let state = states - 1; state >= 0; state--) through += eliminate(block, state);
  return through === 0 ? 0 : through / (direct + through);
}

/**
 * Takes out the last state that is left: what flows into it flows on to where it leads, in proportion. Columns from the
 * state on are stale afterwards.
 * @returns what came from the start through this state to conversion
 */
function eliminate({ flows, width }: Block, state: number): number {
  const column = ends.states + state;
  const own = (state + 1) * width;
  let out = 0;
  for (let to = 0; to < column; to++) out += flows[own + to] as number;
  for (let row = 0; row < own; row += width) {
    const inflow = flows[row + column] as number;
    if (inflow === 0) continue;
    const share = inflow / out;
    for (let to = 0; to < column; to++)
      flows[row + to] = (flows[row + to] as number) + share * (flows[own + to] as number);
  }
  return ((flows[column] as number) / out) * (flows[own + ends.converted] as number);
}
