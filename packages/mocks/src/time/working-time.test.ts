import { describe, expect, it } from 'vitest';
import { Random } from '../random/random.ts';
import { dayMs, hourMs, minuteMs } from './berlin-time.ts';
import { WorkingTime } from './working-time.ts';

const at = (text: string) => Date.parse(text);
const fromMs = at('2024-09-01T00:00:00Z');
const toMs = at('2028-01-01T00:00:00Z');
const working = new WorkingTime({ fromMs, toMs });

describe('working time', () => {
  it('counts on across evenings, weekends, holidays and clock changes', () => {
    expect(working.after(at('2025-06-11T10:00:00Z'), hourMs)).toBe(at('2025-06-11T11:00:00Z'));
    // 17:00 on a Wednesday in summer: half an hour is left of the day.
    expect(working.after(at('2025-06-11T15:00:00Z'), hourMs)).toBe(at('2025-06-12T07:30:00Z'));
    expect(working.after(at('2025-06-14T12:00:00Z'), 0)).toBe(at('2025-06-16T07:00:00Z'));
    // Maundy Thursday 17:20 and Tuesday after Easter.
    expect(working.after(at('2025-04-17T15:20:00Z'), 20 * minuteMs)).toBe(at('2025-04-22T07:10:00Z'));
    // Friday before and Monday after the clocks go forward.
    expect(working.after(at('2025-03-28T08:00:00Z'), 8.5 * hourMs)).toBe(at('2025-03-31T07:00:00Z'));
  });

  it('keeps the order of any instants when it moves them into working hours', () => {
    const random = new Random(11);
    const instants = Array.from({ length: 5000 }, () => random.between(fromMs + 5 * dayMs, toMs - 9 * dayMs));
    instants.sort((a, b) => a - b);
    let last = 0;
    let moved = 0;
    for (const instant of instants) {
      const near = working.nearest(instant);
      expect(near).toBeGreaterThanOrEqual(last);
      expect(working.after(near, 0)).toBe(near);
      expect(Math.abs(near - instant)).toBeLessThan(4 * dayMs);
      moved += near - instant;
      last = near;
    }
    expect(Math.abs(moved / instants.length)).toBeLessThan(3 * hourMs);
  });

  it('knows days off', () => {
    expect(working.isWorkingDay(at('2025-12-25T12:00:00Z'))).toBe(false);
    expect(working.isWorkingDay(at('2025-12-24T12:00:00Z'))).toBe(true);
    expect(working.isWorkingDay(at('2025-12-27T12:00:00Z'))).toBe(false);
  });
});
