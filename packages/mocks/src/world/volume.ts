import { channels } from './channels.ts';

/** Leads of each month of the year, January first, against an average one. */
const seasons = [1, 1.02, 1.1, 0.98, 1, 1.02, 0.82, 0.76, 1.12, 1.12, 1.1, 0.72] as const;
const growthPerYear = 0.18;

/** How many leads come and from where. */
export interface VolumeOptions {
  /** Leads of the first `months` months together. */
  readonly leads: number;
  readonly months: number;
  /** Month of the year in which the company starts, 0 for January. */
  readonly firstMonth: number;
}

/**
 * Number of leads captured before each month, by growth and season. A month does not notice how long the company is
 * simulated, only how many leads its first `months` months have.
 * @returns a function of the month, from 0; exactly `leads` at `months`
 */
export function leadsBefore({ leads, months, firstMonth }: VolumeOptions): (month: number) => number {
  const weights = [0];
  const weightBefore = (month: number): number => {
    for (let at = weights.length; at <= month; at++) {
      const season = seasons[(firstMonth + at - 1) % 12] as number;
      weights.push((weights[at - 1] as number) + season * (1 + growthPerYear) ** ((at - 1) / 12));
    }
    return weights[month] as number;
  };
  const whole = weightBefore(months);
  return (month) => Math.round((leads * weightBefore(month)) / whole);
}

/** Weight of each channel among the leads of a month; without drift the mix never changes. */
export function channelMix({ month, drift }: { readonly month: number; readonly drift: boolean }): readonly number[] {
  const years = drift ? month / 12 : 0;
  const weights = channels.map(({ share, growthPerYear: growth }) => share * (1 + growth) ** years);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
