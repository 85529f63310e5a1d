import { type StageId, stages } from '@sameteam/model';
import { type Pace, shareWithin } from '../odds/pace.ts';

/** What is true of a set of leads, in the long run and not just of those that were drawn. */
export interface TrueRates {
  /** Chance that a captured lead ever reaches each stage, a skipped one included. */
  readonly reached: Readonly<Record<StageId, number>>;
  /** Chance to reach a stage of those that reach the one before, such as `mql_to_handed_off`. */
  readonly conversions: Readonly<Record<string, number>>;
  /** Chance that a captured lead is won within so many days of 24 hours after capture. */
  readonly wonWithinDays: { readonly '90': number; readonly '180': number; readonly '365': number };
  /** Days from capture to won of those that are ever won; `null` where none ever is. */
  readonly daysToWon: { readonly median: number | null; readonly p90: number | null };
}

/** Chance to win at one pace. */
export interface PacedWins {
  readonly pace: Pace;
  readonly chance: number;
}

/** What the rates of a set of leads are computed from; sets are added with `addChances`. */
export interface Chances {
  readonly reached: Readonly<Record<StageId, number>>;
  readonly wins: ReadonlyMap<string, PacedWins>;
}

/** The weighted sum of several sets; weights should add up to 1. */
export function addChances(parts: readonly { readonly weight: number; readonly chances: Chances }[]): Chances {
  const reached: Record<StageId, number> = {
    captured: 0,
    mql: 0,
    handed_off: 0,
    sal: 0,
    sql: 0,
    opportunity: 0,
    won: 0,
  };
  const wins = new Map<string, PacedWins>();
  for (const { weight, chances } of parts) {
    for (const stage of stages) reached[stage] += weight * chances.reached[stage];
    for (const [key, { pace, chance }] of chances.wins) {
      wins.set(key, { pace, chance: (wins.get(key)?.chance ?? 0) + weight * chance });
    }
  }
  return { reached, wins };
}

/** The rates that follow from the chances. */
export function trueRates({ reached, wins }: Chances): TrueRates {
  const conversions: Record<string, number> = {};
  stages.slice(1).forEach((stage, index) => {
    const before = stages[index] as StageId;
    conversions[`${before}_to_${stage}`] = reached[before] === 0 ? 0 : reached[stage] / reached[before];
  });
  const wonWithin = (days: number) => {
    let won = 0;
    for (const { pace, chance } of wins.values()) won += chance * shareWithin(pace, days);
    return won;
  };
  const quantile = (p: number) => (reached.won === 0 ? null : daysUntil((days) => wonWithin(days) / reached.won, p));
  return {
    reached,
    conversions,
    wonWithinDays: { '90': wonWithin(90), '180': wonWithin(180), '365': wonWithin(365) },
    daysToWon: { median: quantile(0.5), p90: quantile(0.9) },
  };
}

/** The day by which a rising share reaches `p`, by bisection to a tenth of a second. */
function daysUntil(share: (days: number) => number, p: number): number {
  let low = 0;
  let high = 1;
  while (share(high) < p) high *= 2;
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (share(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
