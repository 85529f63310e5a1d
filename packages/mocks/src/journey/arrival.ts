import { Random } from '../random/random.ts';
import { dayMs, hourMs, minuteMs } from '../time/berlin-time.ts';
import { type Channel, channels } from '../world/channels.ts';
import type { MonthOfArrivals } from '../world/month-of-arrivals.ts';
import { drawFate, type Fate } from './fate.ts';
import { drawOddity, type Oddity } from './oddity.ts';

/** One or two leads that are captured together: colleagues who meet the company at the same moment. */
export interface Arrival {
  /** Number of the first lead, from 0; a second one has the next number. */
  readonly slot: number;
  readonly isPair: boolean;
  readonly month: number;
  readonly fate: Fate;
  readonly oddity: Oddity | null;
  readonly capturedMs: number;
  /** When the capture is written down. */
  readonly knownMs: number;
  /** When the second lead of a pair is captured: some minutes later. */
  readonly secondMs: number;
}

/** Purposes of the streams of random numbers that each arrival has. */
export const streams = {
  fate: 1,
  way: 2,
  details: 3,
  secondDetails: 4,
  deal: 5,
  delays: 6,
  secondDelays: 7,
  who: 8,
  pair: 9,
} as const;

/** Share of leads that bring a colleague. */
const pairShare = 0.03;

/**
 * Draws the arrivals of a month. What a lead is and becomes depends on the seed, its number and its month alone.
 * @returns ascending by the instant of capture
 */
export function drawArrivals(
  month: MonthOfArrivals,
  {
    seed,
    drift,
    fromSlot,
    toSlot,
  }: { readonly seed: number; readonly drift: boolean; readonly fromSlot: number; readonly toSlot: number },
): readonly Arrival[] {
  const arrivals: Arrival[] = [];
  for (let slot = fromSlot; slot < toSlot; slot++) {
    const isPair = slot + 1 < toSlot && new Random(seed, slot, streams.pair).chance(pairShare);
    arrivals.push(drawArrival(month, { seed, drift, slot, isPair }));
    if (isPair) slot++;
  }
  return arrivals.sort((a, b) => a.capturedMs - b.capturedMs || a.slot - b.slot);
}

function drawArrival(
  month: MonthOfArrivals,
  {
    seed,
    drift,
    slot,
    isPair,
  }: { readonly seed: number; readonly drift: boolean; readonly slot: number; readonly isPair: boolean },
): Arrival {
  const random = new Random(seed, slot, streams.fate);
  const channel = channels[random.weighted(month.mix)] as Channel;
  const fate = drawFate(random, { channel, month: month.index, drift });
  const capturedMs = month.drawInstant(random, channel.officeHours);
  const isLate = random.chance(channel.lateShare);
  // A list is typed in some days later, but never so late that the lead has gone half its way.
  const lateMs = isLate
    ? Math.min(random.between(6 * hourMs, 4 * dayMs), 0.1 * fate.days * dayMs)
    : random.between(0, 5000);
  return {
    slot,
    isPair,
    month: month.index,
    fate,
    oddity: drawOddity(random, { fate, isPair }),
    capturedMs,
    knownMs: capturedMs + Math.floor(lateMs / 1000) * 1000,
    secondMs: Math.min(capturedMs + (1 + random.below(20)) * minuteMs, month.lastMs),
  };
}
