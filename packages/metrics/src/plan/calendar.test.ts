import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketLabel, bucketStart, type CalendarRules, dayNumber, nextBucket } from './calendar.ts';
import type { Grain } from './plan.ts';

const january: CalendarRules = { fiscalStartMonth: 1, weekStart: 1 };
const february: CalendarRules = { fiscalStartMonth: 2, weekStart: 7 };
const april: CalendarRules = { fiscalStartMonth: 4, weekStart: 6 };

const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const startOf = (day: string, grain: Grain, rules = january) => iso(bucketStart(dayNumber(day), grain, rules));
const labelOf = (day: string, grain: Grain, rules = january) =>
  bucketLabel(bucketStart(dayNumber(day), grain, rules), grain, rules);

describe('dayNumber', () => {
  it('counts days from 1970-01-01, before it too', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('1969-12-31')).toBe(-1);
    expect(dayNumber('2026-01-01')).toBe(56 * 365 + 14);
  });
});

describe('bucketStart', () => {
  it('starts a week on the day that the agreement says', () => {
    // 1 January 2026 was a Thursday.
    expect(startOf('2026-01-01', 'week')).toBe('2025-12-29');
    expect(startOf('2026-01-01', 'week', february)).toBe('2025-12-28');
    expect(startOf('2026-01-01', 'week', april)).toBe('2025-12-27');
    expect(startOf('2025-12-29', 'week')).toBe('2025-12-29');
    expect(startOf('2026-01-04', 'week')).toBe('2025-12-29');
    expect(startOf('2026-01-05', 'week')).toBe('2026-01-05');
  });

  it('keeps the long and the short weeks around New Year together', () => {
    // ISO week 53 of 2020: Monday, 28 December, to Sunday, 3 January.
    expect(startOf('2020-12-31', 'week')).toBe('2020-12-28');
    expect(startOf('2021-01-03', 'week')).toBe('2020-12-28');
    expect(startOf('2021-01-04', 'week')).toBe('2021-01-04');
  });

  it('knows weeks and months before 1970', () => {
    expect(bucketStart(-1, 'week', january)).toBe(-3);
    expect(startOf('1969-12-31', 'month')).toBe('1969-12-01');
    expect(startOf('1969-12-28', 'week')).toBe('1969-12-22');
  });

  it('knows the leap day', () => {
    expect(startOf('2024-02-29', 'month')).toBe('2024-02-01');
    expect(startOf('2024-02-29', 'quarter')).toBe('2024-01-01');
  });

  it('cuts quarters and years of a fiscal year', () => {
    expect(startOf('2026-01-31', 'quarter', february)).toBe('2025-11-01');
    expect(startOf('2026-02-01', 'quarter', february)).toBe('2026-02-01');
    expect(startOf('2026-01-31', 'year', february)).toBe('2025-02-01');
    expect(startOf('2026-03-31', 'year', april)).toBe('2025-04-01');
    expect(startOf('2026-12-31', 'quarter', april)).toBe('2026-10-01');
  });
});

describe('nextBucket', () => {
  it('follows the lengths of days, weeks, months, quarters and years', () => {
    const next = (day: string, grain: Grain) => iso(nextBucket(dayNumber(day), grain));
    expect(next('2024-02-28', 'day')).toBe('2024-02-29');
    expect(next('2025-12-29', 'week')).toBe('2026-01-05');
    expect(next('2024-02-01', 'month')).toBe('2024-03-01');
    expect(next('2025-12-01', 'month')).toBe('2026-01-01');
    expect(next('2025-11-01', 'quarter')).toBe('2026-02-01');
    expect(next('2024-02-01', 'year')).toBe('2025-02-01');
  });
});

describe('bucketLabel', () => {
  it('names buckets as people write them', () => {
    expect(labelOf('2018-01-05', 'day')).toBe('2018-01-05');
    expect(labelOf('2018-01-05', 'week')).toBe('2018-01-01');
    expect(labelOf('2018-01-05', 'month')).toBe('2018-01');
    expect(labelOf('2018-12-31', 'quarter')).toBe('2018-Q4');
    expect(labelOf('2018-12-31', 'year')).toBe('2018');
  });

  it('names a fiscal year after the calendar year in which it ends', () => {
    expect(labelOf('2026-01-31', 'year', february)).toBe('FY2026');
    expect(labelOf('2026-02-01', 'year', february)).toBe('FY2027');
    expect(labelOf('2026-01-31', 'quarter', february)).toBe('FY2026-Q4');
    expect(labelOf('2026-02-01', 'quarter', february)).toBe('FY2027-Q1');
    expect(labelOf('2026-03-31', 'quarter', april)).toBe('FY2026-Q4');
    expect(labelOf('2026-12-31', 'quarter', april)).toBe('FY2027-Q3');
  });
});

describe('buckets', () => {
  const days = fc.integer({ min: -400, max: 60_000 });
  const grains = fc.constantFrom<Grain>('day', 'week', 'month', 'quarter', 'year');
  const rules = fc.record({
    fiscalStartMonth: fc.integer({ min: 1, max: 12 }),
    weekStart: fc.integer({ min: 1, max: 7 }),
  });

  it('hold each day once: from their start, before the next', () => {
    fc.assert(
      fc.property(days, grains, rules, (day, grain, rule) => {
        const start = bucketStart(day, grain, rule);
        const next = nextBucket(start, grain);
        expect(start).toBeLessThanOrEqual(day);
        expect(next).toBeGreaterThan(day);
        expect(bucketStart(start, grain, rule)).toBe(start);
        expect(bucketStart(next - 1, grain, rule)).toBe(start);
        expect(bucketStart(next, grain, rule)).toBe(next);
      }),
    );
  });

  it('have names that sort as they do', () => {
    fc.assert(
      fc.property(days, days, grains, rules, (a, b, grain, rule) => {
        const [first, second] = [bucketStart(Math.min(a, b), grain, rule), bucketStart(Math.max(a, b), grain, rule)];
        const [left, right] = [bucketLabel(first, grain, rule), bucketLabel(second, grain, rule)];
        if (first === second) expect(left).toBe(right);
        else expect(left < right).toBe(true);
      }),
    );
  });
});
