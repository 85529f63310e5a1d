import { dayMs } from './civil-day.ts';
import type { ZoneSource } from './zone-offsets.ts';

/** The first instant at which the clocks of a zone show a numbered day or a later one. */
export function startOfDay(
  day: number,
  { zone, source }: { readonly zone: string; readonly source: ZoneSource },
): number {
  const localMs = day * dayMs;
  const between = { fromMs: localMs - 2 * dayMs, toMs: localMs + 2 * dayMs };
  const offsets = source(zone, between);
  for (const [index, { fromMs, offsetMs }] of offsets.entries()) {
    const until = offsets[index + 1]?.fromMs ?? between.toMs;
    if (until + offsetMs > localMs) return Math.max(fromMs, localMs - offsetMs);
  }
  return between.toMs;
}
