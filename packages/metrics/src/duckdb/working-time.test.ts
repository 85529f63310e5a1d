import { type Agreement, compileCalendar, type DayTable, defaultAgreement } from '@sameteam/agreement';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkingLimits, WorkingPairs, WorkingTime } from '../calendar/working-time.ts';
import { workingTimeTable } from '../calendar/working-time-table.ts';
import { memoryWorkingTime } from '../memory/working-time.ts';
import { type Database, openDatabase } from './connection.ts';
import { duckDbWorkingTime } from './working-time.ts';
import { dueSql, workingSecondsSql } from './working-time-sql.ts';

type Clause = Agreement['calendars'][string];
const plain = defaultAgreement.calendars.default as Clause;
const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Offices, night shifts, half days, holidays, work without a break, and a calendar on which nobody works. */
const clauses: readonly Clause[] = [
  { ...plain, zone: 'Europe/Berlin', holidays: 'DE', halfDays: [{ on: '12-24', hours: ['09:00-12:00'] }] },
  { ...plain, zone: 'Australia/Lord_Howe', hours: ['22:00-06:00', '08:30-12:00'], days: [...everyDay] },
  { ...plain, zone: 'America/Sao_Paulo', hours: ['20:00-04:00'], hoursOn: { sat: ['23:00-01:30'] } },
  { ...plain, zone: 'America/New_York', hours: ['00:00-24:00'], days: [...everyDay] },
  { ...plain, zone: 'Pacific/Apia', hours: ['01:30-02:30', '14:00-14:01'] },
  {
    ...plain,
    zone: 'UTC',
    days: ['mon'],
    closed: ['12-31'],
    hours: ['09:00-17:00'],
    hoursOn: { mon: ['23:59-00:01'] },
  },
];
const days = { from: '2016-01-01', to: '2027-12-31' };
const holidays = (_: string, year: number) =>
  ['01-01', '05-01', '12-25'].map((day) => ({ date: `${year}-${day}`, name: day }));
const calendars = clauses.map((clause) => compileCalendar(clause, { holidays }));
const table = workingTimeTable(calendars, days);
const rangeMs = {
  fromMs: Math.max(...table.map(({ fromMs }) => fromMs)),
  toMs: Math.min(...table.map(({ toMs }) => toMs)),
};

/** Numbers in [0, 1) that are the same in each run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function randomPairs(count: number, seed: number): WorkingPairs & WorkingLimits {
  const random = randomNumbers(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const calendar = Int32Array.from({ length: count }, () => whole(clauses.length));
  const fromMs = Float64Array.from(calendar, (place) => {
    const shifts = table[place] as DayTable;
    const edge = shifts.startMs[whole(shifts.startMs.length)] as number;
    // Each second one near the beginning of a shift, where the figures turn.
    const near = Math.min(Math.max(edge + whole(4001) - 2000, rangeMs.fromMs), rangeMs.toMs);
    return random() < 0.5 ? near : rangeMs.fromMs + whole(rangeMs.toMs - rangeMs.fromMs + 1);
  });
  const toMs = fromMs.map((from) => {
    const to =
      random() < 0.3
        ? from + whole(200_000_000) - 100_000_000
        : rangeMs.fromMs + whole(rangeMs.toMs - rangeMs.fromMs + 1);
    return Math.min(Math.max(to, rangeMs.fromMs), rangeMs.toMs);
  });
  const seconds = fromMs.map((from, row) => {
    const place = calendar[row] as number;
    const left = calendars[place]!.workingSeconds(from, table[place]!.toMs);
    return random() < 0.5 ? whole(left + 1) : Math.min(left, whole(200_000));
  });
  return { calendar, fromMs, toMs, seconds };
}

describe('working time in DuckDB', () => {
  let database: Database;
  let memory: WorkingTime;
  let duckDb: WorkingTime;
  beforeAll(async () => {
    database = await openDatabase(':memory:', { readOnly: false });
    memory = memoryWorkingTime(table);
    duckDb = await duckDbWorkingTime(database, table);
  });
  afterAll(() => database.close());

  it('has the same seconds as memory for a million pairs', async () => {
    const pairs = randomPairs(1_000_000, 4);
    const expected = await memory.workingSeconds(pairs);
    const found = await duckDb.workingSeconds(pairs);
    expect(found.findIndex((seconds, row) => seconds !== expected[row])).toBe(-1);
    expect(found).toHaveLength(1_000_000);
    const byCalendar = (row: number) =>
      calendars[pairs.calendar[row]!]!.workingSeconds(pairs.fromMs[row]!, pairs.toMs[row]!);
    expect(found.findIndex((seconds, row) => seconds !== byCalendar(row))).toBe(-1);
    const kinds = { none: 0, forwards: 0, backwards: 0 };
    for (const seconds of found) kinds[seconds === 0 ? 'none' : seconds > 0 ? 'forwards' : 'backwards']++;
    expect(Math.min(...Object.values(kinds))).toBeGreaterThan(10_000);
  }, 120_000);

  it('has the same instants as memory for limits', async () => {
    const limits = randomPairs(200_000, 5);
    const expected = await memory.dueMs(limits);
    const found = await duckDb.dueMs(limits);
    expect(found.findIndex((due, row) => due !== expected[row])).toBe(-1);
    const byCalendar = (row: number) =>
      calendars[limits.calendar[row]!]!.addWorkingSeconds(limits.fromMs[row]!, limits.seconds[row]!);
    expect(found.findIndex((due, row) => due !== byCalendar(row))).toBe(-1);
    const again = await duckDb.workingSeconds({ ...limits, toMs: found });
    expect(again.findIndex((seconds, row) => seconds !== limits.seconds[row])).toBe(-1);
  }, 120_000);

  const at = (text: string) => Float64Array.of(Date.parse(text));
  const inBerlin = { calendar: Int32Array.of(0), fromMs: at('2026-12-23T15:00:00Z') };

  it('has what is worked by hand: an hour, a half day, Christmas, a weekend, half an hour', async () => {
    const toMs = at('2026-12-28T08:30:00Z');
    for (const time of [memory, duckDb]) {
      expect(await time.workingSeconds({ ...inBerlin, toMs })).toEqual(Float64Array.of(4.5 * 3600));
      expect(await time.dueMs({ ...inBerlin, seconds: Float64Array.of(4.5 * 3600) })).toEqual(toMs);
      expect(await time.dueMs({ ...inBerlin, seconds: Float64Array.of(0) })).toEqual(inBerlin.fromMs);
    }
  });

  it('answers nothing for nothing', async () => {
    const none = { calendar: new Int32Array(0), fromMs: new Float64Array(0) };
    for (const time of [memory, duckDb]) {
      expect(await time.workingSeconds({ ...none, toMs: new Float64Array(0) })).toEqual(new Float64Array(0));
    }
    const rows =
      'SELECT 0 AS calendar, NULL::BIGINT AS from_ms, 0::BIGINT AS to_ms, NULL::BIGINT AS limit_s WHERE false';
    expect(await database.query(workingSecondsSql(rows))).toEqual([]);
  });

  it('has NULL for rows without an instant or a limit', async () => {
    const from = inBerlin.fromMs[0];
    const pair = `SELECT 0 AS calendar, ${from}::BIGINT AS from_ms, NULL::BIGINT AS to_ms`;
    expect(await database.query(workingSecondsSql(pair))).toMatchObject([{ from_ms: from, working_seconds: null }]);
    const limit = `SELECT 0 AS calendar, ${from}::BIGINT AS from_ms, NULL::BIGINT AS limit_s`;
    expect(await database.query(dueSql(limit))).toMatchObject([{ from_ms: from, due_ms: null }]);
  });

  const first = table[0]!;
  it.each([
    ['an instant before the table', 0, first.fromMs - 1, first.toMs],
    ['an instant after it', 0, first.fromMs, first.toMs + 1],
    ['one long before it', 0, 0, first.fromMs],
    ['a calendar that it has not', clauses.length, first.fromMs, first.toMs],
    ['no calendar', -1, first.fromMs, first.toMs],
  ])('refuses %s', async (_, place, from, to) => {
    const calendar = Int32Array.of(0, place);
    const pairs = { calendar, fromMs: Float64Array.of(first.fromMs, from), toMs: Float64Array.of(first.toMs, to) };
    for (const time of [memory, duckDb]) {
      await expect(time.workingSeconds(pairs)).rejects.toThrow(
        expect.objectContaining({ code: 'outside-working-time', params: expect.objectContaining({ calendar: place }) }),
      );
    }
  });

  it('answers up to the very ends of the table', async () => {
    const whole = {
      calendar: Int32Array.of(0),
      fromMs: Float64Array.of(first.fromMs),
      toMs: Float64Array.of(first.toMs),
    };
    for (const time of [memory, duckDb]) {
      expect(await time.workingSeconds(whole)).toEqual(Float64Array.of(first.totalSeconds));
      const due = await time.dueMs({ ...whole, seconds: Float64Array.of(first.totalSeconds) });
      expect(due).toEqual(at('2027-12-31T16:00:00Z'));
    }
  });

  it.each([
    ['that is not used up on the days of the table', first.totalSeconds + 1],
    ['below none', -1],
  ])('refuses a limit %s', async (_, seconds) => {
    const limits = { ...inBerlin, fromMs: Float64Array.of(first.fromMs), seconds: Float64Array.of(seconds) };
    for (const time of [memory, duckDb]) {
      await expect(time.dueMs(limits)).rejects.toThrow(expect.objectContaining({ code: 'outside-working-time' }));
    }
  });

  const notWhole = [Number.NaN, 0.5, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 53];

  it.each(notWhole)('refuses an instant that is %s beyond a whole one', async (more) => {
    const calendar = Int32Array.of(0, 0);
    const good = Float64Array.of(first.fromMs, first.fromMs);
    const bad = Float64Array.of(first.fromMs, first.fromMs + more);
    for (const time of [memory, duckDb]) {
      const seconds = Float64Array.of(0, 0);
      await expect(time.workingSeconds({ calendar, fromMs: bad, toMs: good })).rejects.toThrow(refused('fromMs', bad));
      await expect(time.workingSeconds({ calendar, fromMs: good, toMs: bad })).rejects.toThrow(refused('toMs', bad));
      await expect(time.dueMs({ calendar, fromMs: bad, seconds })).rejects.toThrow(refused('fromMs', bad));
    }
  });

  it.each(notWhole)('refuses a limit of %s seconds', async (wrong) => {
    const fromMs = Float64Array.of(first.fromMs, first.fromMs);
    const seconds = Float64Array.of(3600, wrong);
    for (const time of [memory, duckDb]) {
      const asked = time.dueMs({ calendar: Int32Array.of(0, 0), fromMs, seconds });
      await expect(asked).rejects.toThrow(refused('seconds', seconds));
    }
  });

  function refused(column: string, [, value]: Float64Array) {
    const params = { column, row: 1, value: String(value) };
    return expect.objectContaining({ code: 'working-time-not-whole', params });
  }

  it('takes another table in place of the one it has', async () => {
    const other = await openDatabase(':memory:', { readOnly: false });
    try {
      await duckDbWorkingTime(other, table);
      const one = workingTimeTable([calendars[0]!], { from: '2026-12-21', to: '2026-12-31' });
      const time = await duckDbWorkingTime(other, one);
      const pairs = { ...inBerlin, toMs: at('2026-12-28T08:30:00Z') };
      expect(await time.workingSeconds(pairs)).toEqual(Float64Array.of(4.5 * 3600));
      await expect(time.workingSeconds({ ...pairs, toMs: at('2027-01-04T08:30:00Z') })).rejects.toThrow(
        'Working time of calendar 0 is not known at 1799051400000',
      );
    } finally {
      other.close();
    }
  });
});
