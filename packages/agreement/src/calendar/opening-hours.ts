import { dayMs } from './civil-day.ts';

/** Working time of one day: milliseconds from its midnight. The end is beyond 24 h for a shift into the next day. */
export interface Block {
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * Reads hours such as `09:00-17:30`. A closing time that is not later than the opening is one of the next day.
 * @returns the blocks in the order of their beginning, overlapping and touching ones merged
 */
export function readHours(hours: readonly string[]): readonly Block[] {
  const blocks = hours.map((text): Block => {
    const [startMs, endMs] = text.split('-').map(clockMs) as [number, number];
    return { startMs, endMs: endMs <= startMs ? endMs + dayMs : endMs };
  });
  return mergeBlocks(blocks.sort((a, b) => a.startMs - b.startMs));
}

/** Merges blocks that overlap or touch, of a list by their beginning. */
export function mergeBlocks(blocks: Iterable<Block>): readonly Block[] {
  const merged: { startMs: number; endMs: number }[] = [];
  for (const { startMs, endMs } of blocks) {
    const last = merged[merged.length - 1];
    if (last !== undefined && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs);
    else merged.push({ startMs, endMs });
  }
  return merged;
}

/** What of some blocks lies within another. */
export function clipBlocks(blocks: readonly Block[], within: Block): readonly Block[] {
  return blocks
    .filter(({ startMs, endMs }) => endMs > within.startMs && startMs < within.endMs)
    .map(({ startMs, endMs }) => ({
      startMs: Math.max(startMs, within.startMs),
      endMs: Math.min(endMs, within.endMs),
    }));
}

/** How long blocks are around the clock: what reaches into the next day and lies there under other hours counts once. */
export function aroundTheClockMs(blocks: readonly Block[]): number {
  const parts = blocks.flatMap(({ startMs, endMs }) =>
    endMs <= dayMs
      ? [{ startMs, endMs }]
      : [
          { startMs, endMs: dayMs },
          { startMs: 0, endMs: endMs - dayMs },
        ],
  );
  const merged = mergeBlocks(parts.sort((a, b) => a.startMs - b.startMs));
  return merged.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
}

function clockMs(text: string): number {
  const [hour, minute] = text.split(':').map(Number) as [number, number];
  return (hour * 60 + minute) * 60_000;
}
