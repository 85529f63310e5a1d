import { logGamma } from '../distribution/log-gamma.ts';
import { bestLogLikelihood, countsBetween, type RunningCounts } from './rate-period.ts';

/** Spread of the logarithm of the odds ratio that a change worth finding has: 0.4 is about a rise or fall by a third. */
const usualChange = 0.4;

/** Half of the changes are looked for in so many periods after the learning ones, and the rest in all that follow. */
const usualPeriods = 26;

/** One place where the rate may have changed, and what was expected before it was looked at. */
interface Candidate {
  /** Index of the first period with the other rate. */
  readonly from: number;
  /** Logarithm of its weight times the chance of everything before it. */
  readonly logBefore: number;
  readonly after: BetaPrior;
}

interface BetaPrior {
  readonly hits: number;
  readonly misses: number;
}

/**
 * Logarithm of the evidence that a rate has changed, after each period: an e-process against "the same rate, whatever it
 * is, in all periods".
 *
 * The numerator is one law of the counts, fixed before they come: a rate learned from the first periods, then at
 * an unknown period another one near it. Both rates and the period are integrated out. The denominator
 * is the likelihood under the best single rate, chosen with hindsight. For every true rate the quotient is thus at most a
 * martingale that starts at 1, and by Ville's inequality it ever reaches 1 / α with a chance of at most α.
 * Source: Wasserman, Ramdas and Balakrishnan 2020, "Universal inference", run sequentially; mixtures over the unknown period as
 * in Shin, Ramdas and Rinaldo 2023. O(periods²).
 * @param learning how many periods from the first on teach the numerator; they are no evidence themselves
 * @returns one number for each period; 0 in the learning ones
 */
export function changeEvidence(counts: RunningCounts, learning: number): Float64Array {
  const periods = counts.trials.length - 1;
  const evidence = new Float64Array(periods);
  const learned = jeffreysPrior(counts, learning);
  const candidates: Candidate[] = [];
  for (let look = learning + 1; look <= periods; look++) {
    const step = look - learning;
    const before = countsBetween(counts, learning, look - 1);
    candidates.push({
      from: look - 1,
      logBefore: logWeight(step) + logMarginal(learned, before.hits, before.trials),
      after: priorNear(counts, look - 1),
    });
    const all = countsBetween(counts, learning, look);
    const terms = candidates.map(({ from, logBefore, after }) => {
      const { hits, trials } = countsBetween(counts, from, look);
      return logBefore + logMarginal(after, hits, trials);
    });
    const logNotYet = Math.log(usualPeriods / (usualPeriods + step)) + logMarginal(learned, all.hits, all.trials);
    evidence[look - 1] = logSum([logNotYet, ...terms]) - bestLogLikelihood(all);
  }
  return evidence;
}

/** The weights of all steps, and what `logNotYet` leaves for those to come, make 1. */
function logWeight(step: number): number {
  return Math.log(usualPeriods / ((usualPeriods + step - 1) * (usualPeriods + step)));
}

function jeffreysPrior({ hits, trials }: RunningCounts, periods: number): BetaPrior {
  const known = hits[periods] ?? 0;
  return { hits: known + 0.5, misses: (trials[periods] ?? 0) - known + 0.5 };
}

/** What a rate may be after a change: near the rate of all periods before it, as far as that is known. */
function priorNear(counts: RunningCounts, periods: number): BetaPrior {
  const before = jeffreysPrior(counts, periods);
  const known = before.hits + before.misses;
  const rate = before.hits / known;
  const size = 1 / (usualChange ** 2 + 1 / (known * rate * (1 - rate)));
  return { hits: size / (1 - rate), misses: size / rate };
}

/** Log-probability of one order of hits and misses under a rate drawn from a beta distribution. */
function logMarginal(prior: BetaPrior, hits: number, trials: number): number {
  return logBeta(prior.hits + hits, prior.misses + trials - hits) - logBeta(prior.hits, prior.misses);
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

function logSum(terms: readonly number[]): number {
  const most = Math.max(...terms);
  return most + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - most), 0));
}
