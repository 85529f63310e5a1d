import { dayMs, yearMs } from './civil-day.ts';
import { type Block, clipBlocks, mergeBlocks } from './opening-hours.ts';
import { instantsOfYears } from './pinned-zone.ts';
import type { ZoneOffset, ZoneSource } from './zone-offsets.ts';

/** The working time of one local year in UTC milliseconds. */
export interface YearShifts {
  /** Ascending, apart. */
  readonly shifts: readonly Block[];
  /** From here on the clocks have shown this year. */
  readonly fromMs: number;
  /** Here they first show the next one. */
  readonly toMs: number;
}

/**
 * An instant is working time when the clocks of the zone, read at it, show a time within the hours of their day or within
 * what the day before left for the night. That settles all changes of the clocks: a shift across one lasts as long as it
 * really does; what lies in a gap does not exist, so that a block which begins in it begins at its end; what the clocks
 * show twice counts twice; and a day that a zone skipped has the night after it at most.
 */
export function yearShifts(
  year: number,
  { hours, zone, source }: { readonly hours: HoursOf; readonly zone: string; readonly source: ZoneSource },
): YearShifts {
  const local = { startMs: yearMs(year), endMs: yearMs(year + 1) };
  const between = instantsOfYears(year, year);
  const offsets = source(zone, between);
  const blocks = blocksOfYear(local, hours);
  const shifts: Block[] = [];
  let { fromMs, toMs } = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY };
  offsets.forEach(({ offsetMs, ...offset }, index) => {
    const since = index === 0 ? between.fromMs : offset.fromMs;
    const until = offsets[index + 1]?.fromMs ?? between.toMs;
    if (since < local.startMs - offsetMs) fromMs = Math.min(until, local.startMs - offsetMs);
    if (until > local.endMs - offsetMs) toMs = Math.min(toMs, Math.max(since, local.endMs - offsetMs));
    shifts.push(...inUtc(blocks, { since, until, offsetMs }));
  });
  return { shifts: mergeBlocks(shifts.sort((a, b) => a.startMs - b.startMs)), fromMs, toMs };
}

type HoursOf = (day: number) => readonly Block[];

/** The blocks of a local year by its clock, with what the night before it left. */
function blocksOfYear(local: Block, hours: HoursOf): readonly Block[] {
  const blocks: Block[] = [];
  for (let day = local.startMs / dayMs - 1; day < local.endMs / dayMs; day++) {
    for (const { startMs, endMs } of hours(day)) {
      blocks.push({ startMs: day * dayMs + startMs, endMs: day * dayMs + endMs });
    }
  }
  return clipBlocks(mergeBlocks(blocks), local);
}

/** The part of blocks that the clocks show while they have one offset. */
function inUtc(
  blocks: readonly Block[],
  {
    since,
    until,
    offsetMs,
  }: { readonly since: number; readonly until: number; readonly offsetMs: ZoneOffset['offsetMs'] },
): readonly Block[] {
  const shown = clipBlocks(blocks, { startMs: since + offsetMs, endMs: until + offsetMs });
  return shown.map(({ startMs, endMs }) => ({ startMs: startMs - offsetMs, endMs: endMs - offsetMs }));
}
