import type { CalendarPins } from './calendar-pins.ts';
import { dayMs, yearMs } from './civil-day.ts';
import type { ZoneOffset, ZoneSource } from './zone-offsets.ts';

/** A zone is at most 26 hours away from UTC, so that the local year lies within. */
const marginMs = 2 * dayMs;

/** The instants that the clocks of some years can show in any zone. */
export function instantsOfYears(fromYear: number, toYear: number): { readonly fromMs: number; readonly toMs: number } {
  return { fromMs: yearMs(fromYear) - marginMs, toMs: yearMs(toYear + 1) + marginMs };
}

/** Takes the offsets of pinned zones from the pins within their years, and everything else from the source. */
export function pinnedZones(source: ZoneSource, pins: CalendarPins | null): ZoneSource {
  if (pins === null) return source;
  const pinned = instantsOfYears(pins.fromYear, pins.toYear);
  return (zone, { fromMs, toMs }) => {
    const own = pins.zones[zone]?.map(({ since, offsetSeconds }): ZoneOffset => {
      return { fromMs: Date.parse(since), offsetMs: offsetSeconds * 1000 };
    });
    if (own === undefined || toMs <= pinned.fromMs || fromMs >= pinned.toMs) return source(zone, { fromMs, toMs });
    return [
      ...(fromMs < pinned.fromMs ? source(zone, { fromMs, toMs: pinned.fromMs - 1 }) : []),
      ...within(own, Math.max(fromMs, pinned.fromMs), Math.min(toMs, pinned.toMs - 1)),
      ...(toMs >= pinned.toMs ? source(zone, { fromMs: pinned.toMs, toMs }) : []),
    ];
  };
}

function within(offsets: readonly ZoneOffset[], fromMs: number, toMs: number): readonly ZoneOffset[] {
  const first = Math.max(
    0,
    offsets.findLastIndex((offset) => offset.fromMs <= fromMs),
  );
  return offsets
    .slice(first)
    .filter((offset, index) => index === 0 || offset.fromMs <= toMs)
    .map((offset, index) => (index === 0 ? { ...offset, fromMs } : offset));
}
