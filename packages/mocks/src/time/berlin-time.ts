/** Milliseconds of a minute, an hour and a day of 24 hours. */
export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;

/**
 * How far Europe/Berlin is ahead of UTC, by the rule that holds since 1996: summer time from the last Sunday of March
 * to the last Sunday of October, both at 01:00 UTC. Worked out rather than asked of `Intl`, which is slow and whose
 * answer depends on the zone data of the machine.
 * @param timeMs UTC milliseconds, from 1996 on
 * @returns 3,600,000 or 7,200,000
 */
export function berlinOffsetMs(timeMs: number): number {
  const year = new Date(timeMs).getUTCFullYear();
  return timeMs >= lastSundayMs(year, 2) && timeMs < lastSundayMs(year, 9) ? 2 * hourMs : hourMs;
}

/**
 * Midnight in Europe/Berlin at which a local day starts.
 * @param localDay days since 1970-01-01
 * @returns UTC milliseconds
 */
export function berlinMidnightMs(localDay: number): number {
  const asIfUtc = localDay * dayMs;
  // Changes happen at 01:00 UTC, never around a local midnight, so the offset an hour before is that of midnight.
  return asIfUtc - berlinOffsetMs(asIfUtc - 2 * hourMs);
}

/** The local day of an instant, as days since 1970-01-01. */
export function berlinDay(timeMs: number): number {
  return Math.floor((timeMs + berlinOffsetMs(timeMs)) / dayMs);
}

function lastSundayMs(year: number, month: number): number {
  const lastDay = Date.UTC(year, month + 1, 0, 1);
  return lastDay - new Date(lastDay).getUTCDay() * dayMs;
}
