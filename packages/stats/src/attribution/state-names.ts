/**
 * The states of a chain in which the next touch depends on the last `order` ones. A state is the list of these touches
 * as numbers of channels, the newest first; -1 stands for the start, before any touch.
 */
export class StateNames {
  /** Touches of each state, in the order in which the states were met. */
  readonly all: (readonly number[])[] = [];
  readonly #order: number;
  readonly #channels: number;
  readonly #byTouches = new Map<string, number>();
  /** Saves making a text for every touch of every path. */
  readonly #next = new Map<number, number>();

  constructor({ order, channels }: { readonly order: number; readonly channels: number }) {
    this.#order = order;
    this.#channels = channels;
  }

  /** The state that a touch of a channel leads to. */
  after(state: number, channel: number): number {
    const step = (state + 1) * this.#channels + channel;
    const known = this.#next.get(step);
    if (known !== undefined) return known;
    const touches = [channel, ...(this.all[state] ?? [])].slice(0, this.#order);
    const next = this.#byTouches.get(touches.join()) ?? this.all.push(touches) - 1;
    this.#byTouches.set(touches.join(), next);
    this.#next.set(step, next);
    return next;
  }

  /** All states by their newest touch, then by those before: an order that does not depend on that of the paths. */
  ranking(): { readonly ranked: readonly (readonly number[])[]; readonly rankOf: Int32Array } {
    const states = [...this.all.keys()].sort((a, b) => compareTouches(this.all[a] ?? [], this.all[b] ?? []));
    const rankOf = new Int32Array(states.length);
    for (const [rank, state] of states.entries()) rankOf[state] = rank;
    return { ranked: states.map((state) => this.all[state] ?? []), rankOf };
  }
}

function compareTouches(a: readonly number[], b: readonly number[]): number {
  const unequal = a.findIndex((channel, index) => channel !== b[index]);
  return unequal === -1 ? a.length - b.length : (a[unequal] ?? 0) - (b[unequal] ?? -1);
}
