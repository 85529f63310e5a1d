import { Temporal } from 'temporal-polyfill';

const dayMs = 86_400_000;

/** From `fromMs` on the zone is `offsetMs` ahead of UTC. */
export interface ZoneOffset {
  readonly fromMs: number;
  readonly offsetMs: number;
}

/**
 * From here on a zone keeps its last offset. What a zone will do is known for years, not for centuries, and dates that
 * stand for *never* (9999-12-31) would cost thousands of changes of the clocks.
 */
const horizonMs = Date.UTC(2100, 0, 1);

/**
 * The offsets of a zone between two instants, first one at or before `fromMs`.
 * @param zone IANA name
 * @returns at least one offset, ascending
 * @throws RangeError for a zone that does not exist
 */
export function zoneOffsets(
  zone: string,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): readonly ZoneOffset[] {
  let at = Temporal.Instant.fromEpochMilliseconds(Math.min(fromMs, horizonMs)).toZonedDateTimeISO(zone);
  const offsets: ZoneOffset[] = [{ fromMs, offsetMs: at.offsetNanoseconds / 1e6 }];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds > Math.min(toMs, horizonMs)) return offsets;
    offsets.push({ fromMs: next.epochMilliseconds, offsetMs: next.offsetNanoseconds / 1e6 });
    at = next;
  }
}

/** Number of the local day of an instant: 0 is 1970-01-01 in the zone. */
export type DayOf = (timeMs: number) => number;

/**
 * A function from instants to local days, by binary search over the zone's offsets. O(log of offsets).
 * @param offsets as made by `zoneOffsets`, covering every instant asked for
 */
export function dayOf(offsets: readonly ZoneOffset[]): DayOf {
  const from = Float64Array.from(offsets, (o) => o.fromMs);
  const shift = Float64Array.from(offsets, (o) => o.offsetMs);
  let last = 0;
  return (timeMs) => {
    const inLast =
      timeMs >= (from[last] as number) && (last + 1 === from.length || timeMs < (from[last + 1] as number));
    if (!inLast) {
      let low = 0;
      let high = from.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((from[middle] as number) <= timeMs) low = middle;
        else high = middle - 1;
      }
      last = low;
    }
    return Math.floor((timeMs + (shift[last] as number)) / dayMs);
  };
}
