import { Temporal } from 'temporal-polyfill';
import { ConnectorError } from '../connector-error.ts';
import { dayMs } from './calendar.ts';

/** Turns days and times of day of one time zone into instants. */
export interface ZoneClock {
  readonly zone: string;
  /** The instant of a time of day. One that the clocks skip or repeat is taken as `compatible` (RFC 5545): the skipped one moves on, of a repeated one the first counts. */
  instantMs(days: number, msOfDay: number): number;
  /** The first instant of a day; not always midnight. */
  startOfDayMs(days: number): number;
}

interface ZoneDay {
  readonly startMs: number;
  /** What to add to civil time to get UTC, or `null` on a day on which the clocks change. */
  readonly offsetMs: number | null;
}

const mostDays = 20_000;

/**
 * The clock of a time zone, with the semantics of Temporal and a memory of days: 10 M conversions/s instead of 0.1 M.
 * In the example the clocks skip midnight, and the day starts at 01:00.
 * @param zone IANA name
 * @throws ConnectorError `unknown-zone`
 * @example
 * const clock = createZoneClock('America/Sao_Paulo');
 * clock.startOfDayMs(Date.UTC(2017, 9, 15) / 86_400_000) // Date.UTC(2017, 9, 15, 3)
 */
export function createZoneClock(zone: string): ZoneClock {
  assertZone(zone);
  if (zone === 'UTC') {
    return { zone, instantMs: (days, msOfDay) => days * dayMs + msOfDay, startOfDayMs: (days) => days * dayMs };
  }
  const known = new Map<number, ZoneDay>();
  let lastDays = Number.NaN;
  let last: ZoneDay = { startMs: 0, offsetMs: null };
  const dayAt = (days: number): ZoneDay => {
    if (days === lastDays) return last;
    let day = known.get(days);
    if (day === undefined) {
      if (known.size >= mostDays) known.clear();
      day = zoneDay(days, zone);
      known.set(days, day);
    }
    lastDays = days;
    last = day;
    return day;
  };
  return {
    zone,
    instantMs(days, msOfDay) {
      const { offsetMs } = dayAt(days);
      if (offsetMs !== null) return days * dayMs + msOfDay + offsetMs;
      return plain(days).add({ milliseconds: msOfDay }).toZonedDateTime(zone).epochMilliseconds;
    },
    startOfDayMs: (days) => dayAt(days).startMs,
  };
}

function assertZone(zone: string): void {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  } catch (cause) {
    throw new ConnectorError('unknown-zone', { zone }, { cause });
  }
}

function plain(days: number): Temporal.PlainDateTime {
  return new Temporal.PlainDateTime(1970, 1, 1).add({ days });
}

function zoneDay(days: number, zone: string): ZoneDay {
  const date = plain(days).toPlainDate();
  const startMs = date.toZonedDateTime(zone).epochMilliseconds;
  const endMs = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  const offsetAt = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
  // Of a time that is repeated around midnight the first counts, so a day whose evening before is repeated is no plain day.
  const isPlain = endMs - startMs === dayMs && offsetAt(startMs - dayMs / 2) === offsetAt(endMs + dayMs / 2);
  return { startMs, offsetMs: isPlain ? startMs - days * dayMs : null };
}
