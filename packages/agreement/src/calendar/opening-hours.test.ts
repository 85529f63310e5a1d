import { describe, expect, it } from 'vitest';
import { clipBlocks, readHours } from './opening-hours.ts';

const hour = 3_600_000;

describe('readHours', () => {
  it('orders blocks, and merges those that overlap or touch', () => {
    expect(readHours(['13:00-15:00', '09:00-12:00', '12:00-12:30', '14:00-14:30'])).toEqual([
      { startMs: 9 * hour, endMs: 12.5 * hour },
      { startMs: 13 * hour, endMs: 15 * hour },
    ]);
  });

  it('ends on the next day what does not close later than it opens, and at midnight what closes at 24:00', () => {
    expect(readHours(['22:00-06:00'])).toEqual([{ startMs: 22 * hour, endMs: 30 * hour }]);
    expect(readHours(['22:00-24:00'])).toEqual([{ startMs: 22 * hour, endMs: 24 * hour }]);
    expect(readHours(['22:00-00:00'])).toEqual([{ startMs: 22 * hour, endMs: 24 * hour }]);
  });
});

describe('clipBlocks', () => {
  it('keeps what lies within, and nothing of what only touches', () => {
    const blocks = [0, 2, 4, 6].map((start) => ({ startMs: start, endMs: start + 2 }));
    expect(clipBlocks(blocks, { startMs: 2, endMs: 5 })).toEqual([
      { startMs: 2, endMs: 4 },
      { startMs: 4, endMs: 5 },
    ]);
  });
});
