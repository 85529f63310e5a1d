import { compileCalendar, dayTable } from '@sameteam/agreement';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomCalendar } from './random-calendar.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Apia',
  'Africa/Monrovia',
] as const;
const dates = ['2011-12-30', '2016-02-29', '2017-02-18', '2017-10-15', '2018-05-01', '2020-12-31', '2021-01-01'];

const calendar = fc.constantFrom(...zones).chain((zone) => randomCalendar(zone, dates));
const holidays = (_: string, year: number) => [{ date: `${year}-05-01`, name: 'Labour Day' }];
/** Whole milliseconds of 1970 to 2022: changes of offsets by less than an hour are among them. */
const instant = fc.integer({ min: 0, max: Date.UTC(2022, 0) });
const seconds = fc.oneof(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 4_000_000 }));
const options = { numRuns: 100, endOnFailure: true };

/** Whether a calendar has work on most weeks, so that the years do not run out. */
function works(counted: ReturnType<typeof compileCalendar>): boolean {
  return counted.workingSeconds(Date.UTC(2019, 0), Date.UTC(2020, 0)) > 400_000;
}

describe('on random calendars', () => {
  it('what was added is measured, and not a millisecond earlier', () => {
    const property = fc.property(calendar, fc.array(fc.tuple(instant, seconds), { minLength: 20 }), (clause, cases) => {
      const counted = compileCalendar(clause, { holidays });
      fc.pre(works(counted));
      for (const [from, added] of cases) {
        const due = counted.addWorkingSeconds(from, added);
        expect(counted.workingSeconds(from, due)).toBe(added);
        expect(counted.workingSeconds(from, due - 1)).toBe(added - 1);
        const since = counted.addWorkingSeconds(from, -added);
        expect(counted.workingSeconds(since, from)).toBe(added);
        expect(counted.workingSeconds(since + 1, from)).toBe(added - 1);
      }
    });
    fc.assert(property, options);
  }, 120_000);

  it('backwards is the same with a minus, and parts add up', () => {
    const property = fc.property(calendar, fc.array(fc.tuple(instant, instant, instant)), (clause, cases) => {
      const counted = compileCalendar(clause, { holidays });
      for (const [a, b, c] of cases) {
        expect(counted.workingSeconds(b, a)).toBe(0 - counted.workingSeconds(a, b));
        const rest = counted.workingSeconds(a, c) - counted.workingSeconds(a, b) - counted.workingSeconds(b, c);
        expect(Math.abs(rest)).toBeLessThanOrEqual(1);
      }
    });
    fc.assert(property, options);
  }, 120_000);

  it('it does not matter which years were asked for first', () => {
    const property = fc.property(calendar, fc.array(instant, { minLength: 2, maxLength: 12 }), (clause, times) => {
      const whole = compileCalendar(clause, { holidays });
      whole.workingSeconds(Date.UTC(1969, 11), Date.UTC(2022, 1));
      const grown = compileCalendar(clause, { holidays });
      for (const [index, time] of times.entries()) {
        const last = times[index - 1] ?? time;
        expect(grown.workingSeconds(last, time)).toBe(whole.workingSeconds(last, time));
        expect(grown.isWorking(time)).toBe(whole.isWorking(time));
      }
    });
    fc.assert(property, options);
  }, 120_000);

  it('the table of days says the same by its rows', () => {
    const inYears = fc.integer({ min: Date.UTC(2017, 0, 2), max: Date.UTC(2018, 11, 30) });
    const property = fc.property(calendar, fc.array(fc.tuple(inYears, inYears)), (clause, pairs) => {
      const counted = compileCalendar(clause, { holidays });
      const table = dayTable(counted, { from: '2017-01-01', to: '2018-12-31' });
      const workedMs = (at: number) => {
        const row = table.startMs.findLastIndex((startMs) => startMs <= at);
        if (row < 0) return 0;
        const [start, end, before] = [table.startMs[row]!, table.endMs[row]!, table.beforeSeconds[row]!];
        return 1000 * before + Math.min(at, end) - start;
      };
      for (const [a, b] of pairs) {
        expect(Math.trunc((workedMs(b) - workedMs(a)) / 1000) + 0).toBe(counted.workingSeconds(a, b));
      }
    });
    fc.assert(property, options);
  }, 120_000);
});
