import type { CountDemand } from './engagement-demand.ts';

/**
 * How often each of some tests was met so far, as one number. More than a test can tell apart is not counted on;
 * more than a test allows is no state.
 */
export class CountStates {
  readonly #demands: readonly CountDemand[];
  readonly #sizes: readonly number[];
  readonly #total: number;

  constructor(demands: readonly CountDemand[]) {
    this.#demands = demands;
    this.#sizes = demands.map(({ atLeast, atMost }) => (Number.isFinite(atMost) ? atMost : atLeast) + 1);
    this.#total = this.#sizes.reduce((product, size) => product * size, 1);
  }

  /** How many states there are. */
  get size(): number {
    return this.#total;
  }

  *ascending(): Generator<number> {
    for (let state = 0; state < this.#total; state++) yield state;
  }

  /** A state and one more event, which some of the tests count; `null` when that is more than one allows. */
  next(state: number, counted: readonly boolean[]): number | null {
    return this.#sum(state, (index) => (counted[index] === true ? 1 : 0));
  }

  /** Two states together; `null` when that is more than a test allows. */
  plus(state: number, other: number): number | null {
    let rest = other;
    return this.#sum(state, (_, size) => {
      const count = rest % size;
      rest = Math.floor(rest / size);
      return count;
    });
  }

  /** Whether every test was met often enough. */
  isEnough(state: number): boolean {
    let rest = state;
    return this.#sizes.every((size, index) => {
      const count = rest % size;
      rest = Math.floor(rest / size);
      return count >= (this.#demands[index]?.atLeast ?? 0);
    });
  }

  #sum(state: number, more: (index: number, size: number) => number): number | null {
    let [rest, place, sum] = [state, 1, 0];
    for (const [index, size] of this.#sizes.entries()) {
      const count = (rest % size) + more(index, size);
      if (count >= size && Number.isFinite(this.#demands[index]?.atMost)) return null;
      sum += Math.min(count, size - 1) * place;
      place *= size;
      rest = Math.floor(rest / size);
    }
    return sum;
  }
}
