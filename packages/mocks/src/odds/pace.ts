import type { Random } from '../random/random.ts';
import type { Channel, PacePart } from '../world/channels.ts';
import { baseline } from './baseline.ts';
import type { Intent, Size } from './lead-class.ts';
import { normalCdf } from './normal-cdf.ts';

/**
 * How long the way from capture to won takes: a fixed least time plus a mixture of two lognormal times, stretched.
 * Every lead has such a time, also one that never gets there: what it does before is placed along it, so that the time
 * tells nothing about whether it will win.
 */
export interface Pace {
  readonly leastDays: number;
  readonly quickShare: number;
  readonly quick: PacePart;
  readonly slow: PacePart;
  readonly stretch: number;
}

/** What a pace depends on. */
export interface PaceClass {
  readonly channel: Channel;
  readonly intent: Intent;
  readonly size: Size;
  /** Cycles that the lead has in all, at least 1. */
  readonly cycles: number;
}

/** The pace of a class. Leads that come back take long, whatever their source. */
export function paceOf({ channel, intent, size, cycles }: PaceClass): Pace {
  const { pace } = baseline;
  const again = pace.again[cycles - 2];
  if (again !== undefined) return { leastDays: pace.leastDays, quickShare: 0, quick: again, slow: again, stretch: 1 };
  return { leastDays: pace.leastDays, ...channel.pace, stretch: pace.intent[intent] * pace.size[size] };
}

/** One time in days, above `leastDays`. */
export function drawDays(pace: Pace, random: Random): number {
  const part = random.chance(pace.quickShare) ? pace.quick : pace.slow;
  return pace.leastDays + pace.stretch * random.logNormal(part.medianDays, part.sigma);
}

/** Share of times that are at most `days`. @returns in [0, 1] */
export function shareWithin(pace: Pace, days: number): number {
  const left = (days - pace.leastDays) / pace.stretch;
  if (left <= 0) return 0;
  const part = ({ medianDays, sigma }: PacePart) => normalCdf(Math.log(left / medianDays) / sigma);
  return pace.quickShare * part(pace.quick) + (1 - pace.quickShare) * part(pace.slow);
}
