import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../default-agreement.ts';
import { compileCalendar } from './compile-calendar.ts';
import type { CalendarClause } from './day-hours.ts';
import { dayTable } from './day-table.ts';

const clause = { ...(defaultAgreement.calendars.default as CalendarClause), zone: 'Europe/Berlin' };
const at = (text: string) => Date.parse(text);

describe('the table of days', () => {
  it('has a row for each stretch of work, with the seconds before it', () => {
    const table = dayTable(compileCalendar(clause), { from: '2026-03-27', to: '2026-03-30' });
    expect(table).toEqual({
      fromMs: at('2026-03-26T23:00:00Z'),
      toMs: at('2026-03-30T22:00:00Z'),
      startMs: Float64Array.of(at('2026-03-27T08:00:00Z'), at('2026-03-30T07:00:00Z')),
      endMs: Float64Array.of(at('2026-03-27T16:00:00Z'), at('2026-03-30T15:00:00Z')),
      beforeSeconds: Float64Array.of(0, 28_800),
      totalSeconds: 57_600,
    });
  });

  it('cuts the shifts that reach over its ends', () => {
    const nights = compileCalendar({ ...clause, hours: ['22:00-06:00'], zone: 'UTC' });
    const { startMs, endMs, totalSeconds } = dayTable(nights, { from: '2026-03-04', to: '2026-03-04' });
    expect([...startMs].map((ms) => new Date(ms).getUTCHours())).toEqual([0, 22]);
    expect([...endMs].map((ms) => new Date(ms).getUTCHours())).toEqual([6, 0]);
    expect(totalSeconds).toBe(8 * 3600);
  });

  it('has one row for work without a break, and none for no work', () => {
    const days = { from: '2024-01-01', to: '2028-12-31' };
    const always = compileCalendar({
      ...clause,
      days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      hours: ['00:00-24:00'],
    });
    expect(dayTable(always, days)).toMatchObject({ beforeSeconds: Float64Array.of(0), totalSeconds: 1827 * 86_400 });
    const weekend = dayTable(compileCalendar(clause), { from: '2026-03-07', to: '2026-03-08' });
    expect(weekend).toMatchObject({ startMs: new Float64Array(0), totalSeconds: 0 });
  });

  it('needs no year but those of its days', () => {
    const pins = { fromYear: 2026, toYear: 2026, zones: {}, holidays: { DE: [{ date: '2026-12-25', name: 'x' }] } };
    const calendar = compileCalendar({ ...clause, holidays: 'DE' }, { pins });
    expect(dayTable(calendar, { from: '2026-01-01', to: '2026-12-31' }).totalSeconds).toBe(260 * 28_800);
  });

  it.each([
    ['2026-03-02', '2026-03-01'],
    ['March', '2026-03-01'],
  ])('is refused from %s to %s', (from, to) => {
    expect(() => dayTable(compileCalendar(clause), { from, to })).toThrow(
      expect.objectContaining({ code: 'not-days' }),
    );
  });
});
