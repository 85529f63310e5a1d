import type { AttributionModel } from './attribution-model.ts';
import type { AttributionPath } from './attribution-path.ts';
import { compareChannels } from './compare-channels.ts';
import { decayWeights, positionWeights } from './touch-weights.ts';

/** What a channel is credited with before anything is rounded. */
export interface RawCredit {
  readonly channel: string;
  readonly conversions: number;
  readonly value: number;
}

/** A model that looks at each path on its own. */
export type PathModel = Exclude<AttributionModel, 'markov'>;

/** Conversions and their value that have the same weight for a channel. */
interface Weighted {
  conversions: number;
  value: number;
}

/**
 * Credits of every channel, those without any too, in order of their names. Counts of equal weight are added first, as
 * integers, and the weights are applied in order of size: neither the order of the paths nor how they are split changes
 * a bit of the result. O(steps + channels × weights × log).
 * @throws StatsError `no-ages`
 */
export function channelCredits(
  paths: readonly AttributionPath[],
  { model, halfLifeDays }: { readonly model: PathModel; readonly halfLifeDays: number },
): readonly RawCredit[] {
  const byChannel = new Map<string, Map<number, Weighted>>();
  for (const [index, path] of paths.entries()) {
    for (const channel of path.steps) if (!byChannel.has(channel)) byChannel.set(channel, new Map());
    if (path.converted === 0 || path.steps.length === 0) continue;
    const weights = model === 'time_decay' ? decayWeights(path, index, halfLifeDays) : positionWeights(path, model);
    for (const [step, channel] of path.steps.entries()) {
      const weight = weights[step] ?? 0;
      if (weight > 0) addTo(byChannel.get(channel), weight, path);
    }
  }
  return [...byChannel]
    .sort(([a], [b]) => compareChannels(a, b))
    .map(([channel, byWeight]) => ({ channel, ...weightedSum(byWeight) }));
}

function addTo(byWeight: Map<number, Weighted> | undefined, weight: number, path: AttributionPath): void {
  const found = byWeight?.get(weight);
  if (found === undefined) {
    byWeight?.set(weight, { conversions: path.converted, value: path.valueMinor ?? 0 });
  } else {
    found.conversions += path.converted;
    found.value += path.valueMinor ?? 0;
  }
}

function weightedSum(byWeight: ReadonlyMap<number, Weighted>): Weighted {
  const sum = { conversions: 0, value: 0 };
  for (const [weight, { conversions, value }] of [...byWeight].sort(([a], [b]) => a - b)) {
    sum.conversions += weight * conversions;
    sum.value += weight * value;
  }
  return sum;
}
