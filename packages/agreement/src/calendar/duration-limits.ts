import { type DurationText, type DurationUnit, parseDuration } from '../duration/parse-duration.ts';

/** A limit of time. */
export interface DurationLimit {
  readonly seconds: number;
  /** Whether the seconds are worked; otherwise they elapse. */
  readonly working: boolean;
}

/** Reads limits, each text once. */
export function durationLimits(nominalDaySeconds: number): (within: DurationText) => DurationLimit {
  const known = new Map<DurationText, DurationLimit>();
  return (within) => {
    let limit = known.get(within);
    if (limit === undefined) {
      const { unit, amount, ms } = parseDuration(within);
      const seconds = ms === null ? amount * workedSeconds(unit, nominalDaySeconds) : ms / 1000;
      limit = { seconds, working: ms === null };
      known.set(within, limit);
    }
    return limit;
  };
}

function workedSeconds(unit: DurationUnit, nominalDaySeconds: number): number {
  if (unit === 'wd') return nominalDaySeconds;
  return unit === 'wh' ? 3600 : 60;
}
