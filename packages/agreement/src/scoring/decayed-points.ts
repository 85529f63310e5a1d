const dayMs = 86_400_000;

/**
 * Points as the whole thousandths in which scores are kept.
 * @param points with at most three decimals
 * @example toThousandths(1.005) // 1005
 */
export function toThousandths(points: number): number {
  return Math.round(points * 1000);
}

/**
 * What one event still brings: its points halve with each half-life, by whole 24 h of age, so that an event younger
 * than that has all of them. Rounded to whole thousandths for each event, halves away from zero, so that the sum of
 * events is a sum of integers in every engine.
 * @param thousandths points of a fresh event, in whole thousandths; negative ones decay towards zero, too
 * @param halfLifeMs elapsed milliseconds, greater than 0; `null` for points that stay for ever
 * @param days age in whole 24 h, an integer ≥ 0
 * @returns whole thousandths
 * @example decayedPoints(40_000, 14 * 86_400_000, 14) // 20000
 */
export function decayedPoints(thousandths: number, halfLifeMs: number | null, days: number): number {
  if (halfLifeMs === null) return thousandths;
  const age = days * dayMs;
  const halvings = Math.floor(age / halfLifeMs);
  // Whole halvings are exact in binary, so that ties are rounded alike everywhere; no other age gives a tie.
  const size = (Math.abs(thousandths) * 2 ** (-(age - halvings * halfLifeMs) / halfLifeMs)) / 2 ** halvings;
  return Math.sign(thousandths) * Math.floor(size + 0.5) + 0;
}

/**
 * {@link decayedPoints} for each age from 0 whole days on: the table that an engine joins on.
 * @param days length of the table, an integer ≥ 0
 * @example decayTable(40_000, 14 * 86_400_000, 15).at(-1) // 20000
 */
export function decayTable(thousandths: number, halfLifeMs: number | null, days: number): readonly number[] {
  return Array.from({ length: days }, (_, age) => decayedPoints(thousandths, halfLifeMs, age));
}
