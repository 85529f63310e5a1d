import { checkConfidence } from '../checks.ts';
import { normalQuantile } from '../distribution/normal-quantile.ts';
import { StatsError } from '../stats-error.ts';
import { kaplanMeier, type SurvivalHistogram } from './kaplan-meier.ts';

/** Arrivals under censoring, and which quantile of them is wanted. */
export interface Arrivals extends SurvivalHistogram {
  /** In (0, 1). */
  readonly p: number;
  /** Who has not arrived by then is taken not to arrive at all; above 0, in the unit of `time`. */
  readonly horizon: number;
  /** What a time stands for where it was rounded up: the last `step` up to it; 0, the default, for exact times. */
  readonly step?: number;
}

/** When a share of those who arrive at all has arrived. */
export interface ArrivalQuantile {
  readonly value: number;
  /** `null` where there are too few arrivals to bound it. */
  readonly low: number | null;
  readonly high: number | null;
}

/** So many arrivals are needed on either side of a quantile before its bounds are told. */
const fewest = 3;

/**
 * The time by which a share p of those has arrived who arrive within a horizon, though some are still on their way: of
 * durations that are complete, it is their quantile. Leaving out who is on the way, as a plain median does, makes young
 * data too quick. Those who end otherwise never arrive: give them as censored at the end of what is known of them, not
 * at their end, so that they stay at risk.
 *
 * With F the Kaplan-Meier share that has arrived it is where F(t) reaches p F(horizon). The bounds are where the 95 %
 * interval of F(t) / F(horizon), by Greenwood's variance on the scale of log odds, still holds p: F(t), and what
 * arrives after t of those who are left, are independent of each other. O(times).
 * @returns `null` where nobody was watched up to the horizon, so that it cannot be estimated, or nobody arrived by it
 * @throws StatsError `unequal-lengths`, `times-not-increasing`, `not-a-count`, `not-a-probability`, `not-above-zero`
 * @example
 * // Of ten, six arrived within 30 days, half of them within 4.
 * arrivalQuantile({ time: [2, 4, 9, 40], events: [1, 2, 3, 0], censored: [0, 0, 0, 4], p: 0.5, horizon: 30 })?.value // 4
 */
export function arrivalQuantile({ p, horizon, step = 0, ...histogram }: Arrivals): ArrivalQuantile | null {
  const { confidence = 0.95 } = histogram;
  checkConfidence(confidence);
  if (!(p > 0 && p < 1)) throw new StatsError('not-a-probability', { name: 'p', value: p });
  if (!(horizon > 0 && horizon < Number.POSITIVE_INFINITY))
    throw new StatsError('not-above-zero', { name: 'horizon', value: horizon });
  const curve = kaplanMeier(histogram).filter(({ atRisk }) => atRisk > 0);
  const points = curve.filter(({ time }) => time <= horizon);
  const last = points.at(-1);
  const isWatched = curve.some(({ time }) => time >= horizon) || last?.survival === 0;
  if (last === undefined || last.survival === 1 || !isWatched) return null;
  const arrived = points.reduce((sum, { events }) => sum + events, 0);
  const z = normalQuantile(0.5 + confidence / 2);
  const shares = points.map(({ time, survival, variance }) => {
    const share = (1 - survival) / (1 - last.survival);
    return { time, share, ...boundsOf({ survival, variance }, last, share, z) };
  });
  // A share that is p on paper is off by the rounding errors of its factors.
  const at = shares.findIndex(({ share }) => share >= p - 1e-12);
  const here = shares[at] ?? { time: last.time, share: 1 };
  const before = shares[at - 1]?.share ?? 0;
  const begin = Math.max(0, here.time - step);
  const value = begin + (here.time - begin) * Math.min(1, (p - before) / (here.share - before));
  if (arrived * Math.min(p, 1 - p) < fewest) return { value, low: null, high: null };
  const low = shares.find(({ most }) => most >= p)?.time ?? here.time;
  const high = shares.find(({ least }) => least >= p)?.time ?? last.time;
  return { value, low: Math.max(0, low - step), high };
}

/** The bounds of a share of those who arrive. */
function boundsOf(
  { survival, variance }: { readonly survival: number; readonly variance: number },
  last: { readonly survival: number; readonly variance: number },
  share: number,
  z: number,
): { readonly least: number; readonly most: number } {
  if (share <= 0 || share >= 1) return { least: share, most: share };
  const arrived = 1 - survival;
  const greenwood = variance / survival ** 2;
  const stays = last.survival / survival;
  const later = stays === 0 ? 0 : stays ** 2 * Math.max(0, last.variance / last.survival ** 2 - greenwood);
  const half = z * Math.sqrt(greenwood / arrived ** 2 + later / (1 - stays) ** 2);
  const odds = Math.log(share / (1 - share));
  return { least: 1 / (1 + Math.exp(half - odds)), most: 1 / (1 + Math.exp(-half - odds)) };
}
