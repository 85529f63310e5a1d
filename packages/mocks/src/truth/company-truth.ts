import { driftOf } from '../odds/cycle-odds.ts';
import type { Simulation } from '../simulation-options.ts';
import { type Channel, channels } from '../world/channels.ts';
import { monthNumber, monthText } from '../world/month-of-arrivals.ts';
import { channelMix, leadsBefore } from '../world/volume.ts';
import { channelChances } from './channel-chances.ts';
import { addChances, type Chances, type TrueRates, trueRates } from './true-rates.ts';

/** The true rates of the leads of one channel. */
export interface ChannelTruth extends TrueRates {
  /** As in `source.channel`; `null` for leads whose source nobody wrote down. */
  readonly channel: string | null;
  /** Expected number of its leads. */
  readonly leads: number;
}

/** The true rates of the leads of one channel that are captured in one month. */
export interface CohortTruth extends ChannelTruth {
  /** Month of the capture in Europe/Berlin, such as `2024-10`. */
  readonly month: string;
}

/**
 * The chances that a company was drawn with: plain data, computed from the constants of the simulation by summing over
 * every kind of lead and rep, and over the cycles; nothing of it is estimated from what was drawn.
 *
 * They are chances of what really happens. The log differs from that in three small ways: a win is dated within the
 * hours of work (an hour later on average), 0.3 % of the wins carry a date before the capture, and what is not recorded
 * at the cut is not there.
 */
export interface CompanyTruth {
  /** All leads together. */
  readonly total: TrueRates & { readonly leads: number };
  /** By channel, over all months, each weighted with its expected number of leads. */
  readonly channels: readonly ChannelTruth[];
  /** By month, all channels together. */
  readonly months: readonly (TrueRates & { readonly month: string; readonly leads: number })[];
  /** By channel and month. */
  readonly cohorts: readonly CohortTruth[];
}

interface Cell {
  readonly channel: Channel;
  readonly month: number;
  readonly leads: number;
  readonly chances: Chances;
}

/** The truth of all months up to the one in which the history is cut. */
export function companyTruth({ leads, months, firstMonth, endMs, drift }: Simulation): CompanyTruth {
  const before = leadsBefore({ leads, months, firstMonth: firstMonth % 12 });
  const known = new Map<string, Chances>();
  const cells: Cell[] = [];
  for (let month = 0; month <= monthNumber(endMs) - firstMonth; month++) {
    const arriving = before(month + 1) - before(month);
    const mix = channelMix({ month, drift });
    channels.forEach((channel, index) => {
      const key = `${channel.id} ${driftOf(channel, { month, drift })}`;
      const chances = known.get(key) ?? channelChances(channel, { month, drift });
      known.set(key, chances);
      cells.push({ channel, month, leads: arriving * (mix[index] as number), chances });
    });
  }
  const text = (month: number) => monthText(firstMonth + month);
  return {
    total: together(cells),
    channels: channels.map((channel) => ({
      channel: channel.id,
      ...together(cells.filter((cell) => cell.channel === channel)),
    })),
    months: [...new Set(cells.map(({ month }) => month))].map((month) => ({
      month: text(month),
      ...together(cells.filter((cell) => cell.month === month)),
    })),
    cohorts: cells.map((cell) => ({ channel: cell.channel.id, month: text(cell.month), ...together([cell]) })),
  };
}

function together(cells: readonly Cell[]): TrueRates & { readonly leads: number } {
  const leads = cells.reduce((sum, cell) => sum + cell.leads, 0);
  const parts = cells.map((cell) => ({ weight: leads === 0 ? 0 : cell.leads / leads, chances: cell.chances }));
  return { leads, ...trueRates(addChances(parts)) };
}
