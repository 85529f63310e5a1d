/** Draws that a seed determines, so that a failing run can be repeated. */
export interface Random {
  /** A whole number, both bounds included. */
  readonly integer: (least: number, most: number) => number;
  readonly one: <T>(values: readonly T[]) => T;
  /** Some of the values, at least so many, in any order. */
  readonly some: <T>(values: readonly T[], least?: number) => T[];
  readonly isSo: () => boolean;
}

/**
 * Makes draws from a seed. Source: mulberry32, public domain, Tommy Ettinger.
 * @param seed a whole number of 32 bits
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    integer,
    one: (values) => {
      if (values.length === 0) throw new RangeError('There is nothing to choose from.');
      return values[integer(0, values.length - 1)] as (typeof values)[number];
    },
    some: (values, least = 1) => {
      const left = [...values];
      const wanted = integer(Math.min(least, left.length), left.length);
      return Array.from({ length: wanted }, () => left.splice(integer(0, left.length - 1), 1)).flat(1);
    },
    isSo: () => next() < 0.5,
  };
}
