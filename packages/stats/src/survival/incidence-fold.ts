import type { Interval } from '../interval.ts';
import type { EventHistogram } from './event-histogram.ts';
import { complementaryLogLogInterval } from './log-log-interval.ts';

/** The share that has ended by one cause. */
export interface Incidence {
  /** In [0, 1]. */
  readonly value: number;
  /** Variance by the delta method, which is Greenwood's for a single cause. */
  readonly variance: number;
  /** Pointwise interval on the scale log(-log); `null` where `value` is 0 or 1. */
  readonly interval: Interval | null;
}

/** Goes through a histogram of competing ends, time by time, and knows where everybody is. */
export class IncidenceFold {
  atRisk: number;
  survival = 1;
  readonly #ends: EventHistogram;
  readonly #causes: readonly CauseSums[];

  constructor(ends: EventHistogram, subjects: number) {
    this.#ends = ends;
    this.atRisk = subjects;
    this.#causes = ends.events.map(() => new CauseSums());
  }

  /** Takes the ends at the time with this index in; to be called for each index in order. */
  step(index: number): void {
    if (this.atRisk === 0) return;
    const { events, censored } = this.#ends;
    const ended = events.reduce((sum, counts) => sum + (counts[index] ?? 0), 0);
    for (const [cause, sums] of this.#causes.entries()) {
      sums.add(events[cause]?.[index] ?? 0, ended, this.atRisk, this.survival);
    }
    this.survival *= (this.atRisk - ended) / this.atRisk;
    this.atRisk -= ended + (censored[index] ?? 0);
  }

  /** One for each cause. */
  incidence(confidence: number): readonly Incidence[] {
    return this.#causes.map((sums) => {
      const estimate = { value: sums.incidence, variance: sums.variance() };
      return { ...estimate, interval: complementaryLogLogInterval({ ...estimate, confidence }) };
    });
  }
}

/**
 * Sums of one cause from which its variance at any later time t follows: the double sum over
 * (F(t) - F(tj))² is multiplied out, so that one pass is enough.
 */
class CauseSums {
  incidence = 0;
  #square = 0;
  #squareTimesF = 0;
  #squareTimesFF = 0;
  #own = 0;
  #cross = 0;
  #crossTimesF = 0;

  add(own: number, all: number, atRisk: number, survivalBefore: number): void {
    this.incidence += (survivalBefore * own) / atRisk;
    const here = this.incidence;
    const cross = (survivalBefore * own) / (atRisk * atRisk);
    // When all end at once nothing comes later: F(t) - F(tj) is 0 and takes the infinite factor with it.
    const square = all < atRisk ? all / (atRisk * (atRisk - all)) : 0;
    this.#square += square;
    this.#squareTimesF += square * here;
    this.#squareTimesFF += square * here * here;
    this.#own += (survivalBefore * survivalBefore * own * (atRisk - own)) / atRisk ** 3;
    this.#cross += cross;
    this.#crossTimesF += cross * here;
  }

  variance(): number {
    const f = this.incidence;
    const spread = f * f * this.#square - 2 * f * this.#squareTimesF + this.#squareTimesFF;
    return Math.max(0, spread + this.#own - 2 * (f * this.#cross - this.#crossTimesF));
  }
}
