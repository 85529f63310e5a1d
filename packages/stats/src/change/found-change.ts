import { bestLogLikelihood, countsBetween, type RatePeriod, type RunningCounts } from './rate-period.ts';
import { ratioBounds } from './ratio-bounds.ts';

/** What is known of a change. Periods are indices from 0. */
export interface FoundChange {
  readonly direction: 'up' | 'down';
  /** The first period with the new rate: the likeliest one, and the bounds of those that cannot be ruled out. */
  readonly since: { readonly period: number; readonly low: number; readonly high: number };
  /** The last period that was looked at for this. */
  readonly until: number;
  /** What was counted between the learning periods and `since.period`. */
  readonly before: RatePeriod;
  /** What was counted from `since.period` to `until`. */
  readonly after: RatePeriod;
  /** The new rate over the old one, and its bounds; `null` for one that has no end, after a rate of 0. */
  readonly ratio: { readonly value: number | null; readonly low: number; readonly high: number | null };
}

/** Where a change is looked for. */
export interface ChangePlace {
  /** Periods that only taught. */
  readonly learning: number;
  /** The number of periods that are looked at. */
  readonly look: number;
  /** By how much, on the log scale, the evidence is above its limit; from 0. */
  readonly surplus: number;
  readonly overdispersion: number;
}

/**
 * All periods and pairs of rates that the evidence does not rule out, as bounds: those whose likelihood is above the
 * numerator of the evidence times α. One rate throughout is not among them once the evidence reaches its limit,
 * and the set holds the truth at every look at once with a chance of 1 - α, provided that the rate changes at most once.
 * Source: confidence sequences of Wasserman, Ramdas and Balakrishnan 2020.
 */
export function foundChange(counts: RunningCounts, place: ChangePlace): FoundChange {
  const { learning, look, overdispersion } = place;
  const oneRate = bestLogLikelihood(countsBetween(counts, learning, look));
  const splits = Array.from({ length: look - learning - 1 }, (_, index) => {
    const from = learning + 1 + index;
    const before = countsBetween(counts, learning, from);
    const after = countsBetween(counts, from, look);
    return { from, before, after, gain: bestLogLikelihood(before) + bestLogLikelihood(after) - oneRate };
  }).filter(({ before, after }) => before.trials > 0 && after.trials > 0);
  const best = splits.reduce((most, split) => (split.gain > most.gain ? split : most));
  // The best split gains more than the evidence, which is a mean over all of them: it is always possible.
  const possible = splits.filter((split) => split === best || split.gain >= place.surplus);
  const bounds = possible.map((split) =>
    ratioBounds(split.before, split.after, Math.max(0, split.gain - place.surplus)),
  );
  const ratio = best.after.hits / best.after.trials / (best.before.hits / best.before.trials);
  return {
    direction: ratio > 1 ? 'up' : 'down',
    since: { period: best.from, low: Math.min(...possible.map(at)), high: Math.max(...possible.map(at)) },
    until: look - 1,
    before: whole(best.before, overdispersion),
    after: whole(best.after, overdispersion),
    ratio: {
      value: finite(ratio),
      low: Math.min(...bounds.map(({ low }) => low)),
      high: finite(Math.max(...bounds.map(({ high }) => high))),
    },
  };
}

const at = ({ from }: { readonly from: number }): number => from;

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function whole({ hits, trials }: RatePeriod, overdispersion: number): RatePeriod {
  return { hits: Math.round(hits * overdispersion), trials: Math.round(trials * overdispersion) };
}
