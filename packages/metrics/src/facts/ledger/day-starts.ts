import { zoneOffsets } from '../zone-days.ts';

const dayMs = 86_400_000;

/**
 * The first instant of each local day of a zone: the first one at which its clocks show the day or a later one.
 * @param days numbers of days from 1970-01-01, first and last included
 * @returns UTC milliseconds, one for each day
 * @throws RangeError for a zone that does not exist
 * @example dayStarts({ first: 0, last: 1 }, 'UTC') // [0, 86400000]
 */
export function dayStarts(days: { readonly first: number; readonly last: number }, zone: string): readonly number[] {
  const offsets = zoneOffsets(zone, { fromMs: (days.first - 2) * dayMs, toMs: (days.last + 2) * dayMs });
  const starts: number[] = [];
  let at = 0;
  for (let day = days.first; day <= days.last; day++) {
    const localMs = day * dayMs;
    for (;;) {
      const next = offsets[at + 1];
      if (next === undefined || next.fromMs + (offsets[at] as { readonly offsetMs: number }).offsetMs > localMs) break;
      at += 1;
    }
    const { fromMs, offsetMs } = offsets[at] as { readonly fromMs: number; readonly offsetMs: number };
    starts.push(Math.max(fromMs, localMs - offsetMs));
  }
  return starts;
}
