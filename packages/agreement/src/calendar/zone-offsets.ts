import { Temporal } from 'temporal-polyfill';
import { AgreementError } from '../agreement-error.ts';

/** From `fromMs` on the clocks of a zone are `offsetMs` ahead of UTC. */
export interface ZoneOffset {
  readonly fromMs: number;
  readonly offsetMs: number;
}

/** Tells the offsets of a zone between two instants, ascending; the first holds at `fromMs`. */
export type ZoneSource = (
  zone: string,
  between: { readonly fromMs: number; readonly toMs: number },
) => readonly ZoneOffset[];

/**
 * The offsets of a zone as the machine's own data has them.
 * @param zone name in the IANA database
 * @param between UTC milliseconds
 * @returns at least one, ascending; the first holds at `fromMs`
 * @throws AgreementError `zone-unknown` for a zone that does not exist
 * @example zoneOffsets('Europe/Berlin', { fromMs: Date.UTC(2026, 0), toMs: Date.UTC(2026, 5) })
 * // [{ fromMs: 1767225600000, offsetMs: 3600000 }, { fromMs: 1774746000000, offsetMs: 7200000 }]
 */
export const zoneOffsets: ZoneSource = (zone, { fromMs, toMs }) => {
  let at = startIn(zone, fromMs);
  const offsets: ZoneOffset[] = [{ fromMs, offsetMs: at.offsetNanoseconds / 1e6 }];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds > toMs) return offsets;
    offsets.push({ fromMs: next.epochMilliseconds, offsetMs: next.offsetNanoseconds / 1e6 });
    at = next;
  }
};

function startIn(zone: string, fromMs: number): Temporal.ZonedDateTime {
  try {
    return Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(zone);
  } catch (cause) {
    throw new AgreementError('zone-unknown', { zone: zone.slice(0, 80) }, { cause });
  }
}
