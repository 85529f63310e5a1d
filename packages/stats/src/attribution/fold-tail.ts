import { StatsError } from '../stats-error.ts';
import { type AttributionPath, totalsOfPaths } from './attribution-path.ts';
import { compareChannels } from './compare-channels.ts';

/** What {@link foldTail} keeps. */
export interface FoldOptions {
  /** How many channels keep their name, an integer from 1. */
  readonly keep: number;
  /** Name of the group of all others; `other` unless told. */
  readonly name?: string;
}

/** Paths with few channels, and what it took to make them so. */
export interface FoldedPaths {
  /** One for each path given, in the same order, with the same counts. */
  readonly paths: readonly AttributionPath[];
  /** The channels that keep their name, the most frequent first. */
  readonly kept: readonly string[];
  /** The group of all others; `null` when there are none and nothing was folded. */
  readonly folded: {
    readonly name: string;
    /** How many channels it holds. */
    readonly channels: number;
    /** Touches of these channels, on paths with and without conversion. */
    readonly touches: number;
    /** Share of them in all touches, in [0, 1]; `null` when nobody took any of the paths. */
    readonly share: number | null;
    /** Conversions on paths with at least one touch of the group. */
    readonly conversions: number;
  } | null;
}

/**
 * Gives the rarest channels one name, so that few are left: before Markov, whose cost grows with the cube of their
 * number, or before a table is drawn. Rare is what has few touches, on paths with and without conversion; of equals the
 * later name in UTF-8 order is folded. A channel that bears the group's name already belongs to the group as soon as
 * there is one, and is counted with it. Steps stay where they are, so that ages and milestones hold.
 *
 * It adds up: but for `markov`, every model gives the group exactly the conversions that its channels had, and the
 * others what they had before. Markov sees a chain with fewer states, and its effects change a little everywhere.
 * O(touches + channels × log).
 * @returns the paths as they are when there are not more channels than `keep`, one that bears the group's name aside
 * @throws StatsError `not-above-zero`, and those of bad paths as {@link attribute}
 * @example
 * const paths = [{ steps: ['search', 'fair', 'podcast', 'search'], converted: 1 }];
 * foldTail(paths, { keep: 1 }).folded // { name: 'other', channels: 2, touches: 2, share: 0.5, conversions: 1 }
 */
export function foldTail(paths: readonly AttributionPath[], { keep, name = 'other' }: FoldOptions): FoldedPaths {
  if (!(Number.isSafeInteger(keep) && keep > 0)) throw new StatsError('not-above-zero', { name: 'keep', value: keep });
  totalsOfPaths(paths);
  const touchesOf = touchesByChannel(paths);
  const ranked = [...touchesOf].sort(([a, x], [b, y]) => y - x || compareChannels(a, b)).map(([channel]) => channel);
  const others = ranked.filter((channel) => channel !== name);
  if (others.length <= keep) return { paths, kept: ranked, folded: null };
  const kept = others.slice(0, keep);
  const isKept = new Set(kept);
  const all = sum(touchesOf.values());
  const touches = all - sum(kept.map((channel) => touchesOf.get(channel) ?? 0));
  return {
    paths: paths.map((path) => ({ ...path, steps: path.steps.map((step) => (isKept.has(step) ? step : name)) })),
    kept,
    folded: {
      name,
      channels: touchesOf.size - kept.length,
      touches,
      share: all === 0 ? null : touches / all,
      conversions: sum(paths.map((path) => (path.steps.every((step) => isKept.has(step)) ? 0 : path.converted))),
    },
  };
}

function touchesByChannel(paths: readonly AttributionPath[]): ReadonlyMap<string, number> {
  const touches = new Map<string, number>();
  for (const { steps, converted, notConverted = 0 } of paths) {
    for (const step of steps) touches.set(step, (touches.get(step) ?? 0) + converted + notConverted);
  }
  return touches;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
