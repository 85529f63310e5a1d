import type { ProjectedConversion } from '@sameteam/stats';

const percent = (share: number, digits: number) => `${(share * 100).toFixed(digits)} %`;

/** How well projections of one kind of cohort held what came to pass. */
export class CoverageScore {
  readonly name: string;
  #cohorts = 0;
  #held = 0;
  #toCome = 0;
  #error = 0;
  #naiveError = 0;
  #width = 0;

  constructor(name: string) {
    this.name = name;
  }

  /** Several scores as one. */
  static sum(name: string, scores: readonly CoverageScore[]): CoverageScore {
    const all = new CoverageScore(name);
    for (const score of scores) {
      all.#cohorts += score.#cohorts;
      all.#held += score.#held;
      all.#toCome += score.#toCome;
      all.#error += score.#error;
      all.#naiveError += score.#naiveError;
      all.#width += score.#width;
    }
    return all;
  }

  /** @param realised how many leads of the cohort converted within their window in the end */
  add({ value, low, high, leads, converted }: ProjectedConversion, realised: number): void {
    const rate = realised / leads;
    this.#cohorts += 1;
    if (low <= rate + 1e-12 && rate <= high + 1e-12) this.#held += 1;
    this.#toCome += realised - converted;
    this.#error += Math.abs(value - rate);
    this.#naiveError += Math.abs(converted / leads - rate);
    this.#width += high - low;
  }

  /** Share of the intervals that held the rate which came to pass. */
  get held(): number {
    return this.#held / this.#cohorts;
  }

  /** Mean absolute error of the projected rate. */
  get error(): number {
    return this.#error / this.#cohorts;
  }

  /** Mean absolute error of the rate as it stands at as-of. */
  get naiveError(): number {
    return this.#naiveError / this.#cohorts;
  }

  get text(): string {
    const mean = (sum: number) => sum / this.#cohorts;
    return `${this.name.padEnd(26)} held ${percent(this.held, 1)} of ${this.#cohorts}; ${mean(this.#toCome).toFixed(1)} conversions to come; mean error ${percent(this.error, 2)} (naive rate ${percent(this.naiveError, 2)}), mean width ${percent(mean(this.#width), 1)}`;
  }
}
