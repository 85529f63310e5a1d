import { dayMs, yearMs } from './civil-day.ts';
import { type Block, clipBlocks, mergeBlocks } from './opening-hours.ts';
import { startOfDay } from './start-of-day.ts';
import type { ZoneSource } from './zone-offsets.ts';

/** What makes working time: the hours of each day, and the clocks that they are read on. */
export interface HoursInZone {
  readonly hours: (day: number) => readonly Block[];
  readonly zone: string;
  readonly source: ZoneSource;
}

/** The working time of one year in UTC milliseconds. */
export interface YearShifts {
  /** The first instant at which the clocks show the year. */
  readonly fromMs: number;
  /** The first at which they show the next one. */
  readonly toMs: number;
  /** Within the two, ascending, apart. */
  readonly shifts: readonly Block[];
}

/**
 * An instant is working time when the clocks of the zone, read at it, show a time within the hours of their day or within
 * what the day before left for the night. That settles all changes of the clocks: a shift across one lasts as long as it
 * really does; what lies in a gap does not exist, so that a block which begins in it begins at its end; what the clocks
 * show twice counts twice; and of a day that a zone skipped there is the night after it at most.
 */
export function yearShifts(year: number, { hours, zone, source }: HoursInZone): YearShifts {
  const fromMs = startOfDay(yearMs(year) / dayMs, { zone, source });
  const toMs = startOfDay(yearMs(year + 1) / dayMs, { zone, source });
  const offsets = source(zone, { fromMs, toMs: toMs - 1 });
  const shifts = offsets.flatMap(({ offsetMs, ...offset }, index) => {
    const until = offsets[index + 1]?.fromMs ?? toMs;
    const shown = blocksShown({ startMs: offset.fromMs + offsetMs, endMs: until + offsetMs }, hours);
    return shown.map(({ startMs, endMs }) => ({ startMs: startMs - offsetMs, endMs: endMs - offsetMs }));
  });
  return { fromMs, toMs, shifts: mergeBlocks(shifts) };
}

/** The working time that clocks show while they go evenly. */
function blocksShown(shown: Block, hours: HoursInZone['hours']): readonly Block[] {
  const blocks: Block[] = [];
  for (let day = Math.floor(shown.startMs / dayMs) - 1; day * dayMs < shown.endMs; day++) {
    for (const { startMs, endMs } of hours(day)) {
      blocks.push({ startMs: day * dayMs + startMs, endMs: day * dayMs + endMs });
    }
  }
  return clipBlocks(mergeBlocks(blocks), shown);
}
