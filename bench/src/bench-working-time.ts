import { type CalendarClause, compileCalendar, type DayTable, dayTable, defaultAgreement } from '@sameteam/agreement';
import { publicHolidays } from '@sameteam/agreement/holidays';
import { Temporal } from 'temporal-polyfill';
import { count, type Figure, median, printFigures } from './table.ts';

const zone = 'Europe/Berlin';
const clause: CalendarClause = {
  ...(defaultAgreement.calendars.default as CalendarClause),
  zone,
  holidays: 'DE',
  hours: ['09:00-12:30', '13:00-17:00'],
  halfDays: [{ on: '12-24', hours: ['09:00-12:00'] }],
};
/** Limits such as agreements have. */
const limits = ['1wh', '4wh', '1wd', '3wd', '10wd'] as const;

/** Pairs of instants of six years, up to two weeks apart: what SLAs are asked. */
interface Pairs {
  readonly fromMs: Float64Array;
  readonly toMs: Float64Array;
}

interface Way {
  readonly what: string;
  /** Of how many pairs; the same ones from the first on. */
  readonly pairs: number;
  /** The sum of what it finds for them. */
  readonly run: (pairs: number) => number;
}

/**
 * Working seconds between two instants and the end of a limit, against a loop by hand over the same table (binary search,
 * no years that are made on demand, no check), and against a walk over the days with Temporal, as business-time libraries do.
 */
export async function benchWorkingTime(size: number, runs: number): Promise<void> {
  const calendar = compileCalendar(clause, { holidays: publicHolidays });
  const table = dayTable(calendar, { from: '2021-01-01', to: '2027-12-31' });
  const pairs = randomPairs(size);
  const few = Math.round(size / 1000);
  const start = performance.now();
  compileCalendar(clause, { holidays: publicHolidays }).workingSeconds(Date.UTC(2021, 1), Date.UTC(2026, 11));
  const compiled = performance.now() - start;

  const sumOf = (each: (row: number) => number) => (rows: number) => {
    let sum = 0;
    for (let row = 0; row < rows; row++) sum += each(row);
    return sum;
  };
  const from = (row: number) => pairs.fromMs[row] as number;
  const to = (row: number) => pairs.toMs[row] as number;
  const limitOf = (row: number) => limits[row % limits.length] as (typeof limits)[number];
  const secondsOf = new Map(limits.map((limit) => [limit, calendar.limitOf(limit).seconds]));

  const between = [
    { what: 'workingSeconds', pairs: size, run: sumOf((row) => calendar.workingSeconds(from(row), to(row))) },
    { what: 'a loop by hand', pairs: size, run: sumOf((row) => secondsByHand(table, from(row), to(row))) },
    { what: 'a walk over the days with Temporal', pairs: few, run: sumOf((row) => walkSeconds(from(row), to(row))) },
  ] as const;
  const due = [
    { what: 'dueMs', pairs: size, run: sumOf((row) => calendar.dueMs(from(row), limitOf(row)) - from(row)) },
    {
      what: 'a loop by hand',
      pairs: size,
      run: sumOf((row) => dueByHand(table, from(row), secondsOf.get(limitOf(row)) as number) - from(row)),
    },
    {
      what: 'a walk over the days with Temporal',
      pairs: few,
      run: sumOf((row) => walkDue(from(row), secondsOf.get(limitOf(row)) as number) - from(row)),
    },
  ] as const;
  printFigures(`Working time of ${count(size)} random pairs; making six years took ${compiled.toFixed(1)} ms`, [
    ...figuresOf(between, runs),
    ...figuresOf(due, runs),
  ]);
}

/** Rounds alternate between the ways, so that what slows the machine down slows all of them. */
function figuresOf(ways: readonly [Way, ...Way[]], runs: number): readonly Figure[] {
  const times = ways.map((): number[] => []);
  const expected = ways.map(({ pairs }) => ways[0].run(pairs));
  for (let round = 0; round < runs; round++) {
    for (const [index, { what, pairs, run }] of ways.entries()) {
      const start = performance.now();
      const sum = run(pairs);
      times[index]?.push(performance.now() - start);
      if (sum !== expected[index]) throw new Error(`${what} finds something else than ${ways[0].what}.`);
    }
  }
  const perSecond = ways.map(({ pairs }, index) => pairs / (median(times[index] ?? []) / 1000));
  const own = perSecond[0] as number;
  return ways.map(({ what }, index) => {
    const value = perSecond[index] as number;
    const against = index === 0 ? '' : `${ways[0].what} is ${(own / value).toFixed(2)} times as fast`;
    return { what, value: `${count(value)}/s`, against, isMet: null };
  });
}

function randomPairs(size: number): Pairs {
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const [first, last] = [Date.UTC(2021, 0, 5), Date.UTC(2026, 11, 1)];
  const fromMs = Float64Array.from({ length: size }, () => Math.floor(first + random() * (last - first)));
  return { fromMs, toMs: fromMs.map((ms) => Math.floor(ms + random() * 14 * 86_400_000)) };
}

/** The last of ascending values that is at most this; 0 where there is none. */
function lastAt(values: Float64Array, most: number): number {
  let low = 0;
  let high = values.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= most) low = middle;
    else high = middle;
  }
  return low;
}

function workedMs({ startMs, endMs, beforeSeconds }: DayTable, at: number): number {
  const row = lastAt(startMs, at);
  return (beforeSeconds[row] as number) * 1000 + Math.min(at, endMs[row] as number) - (startMs[row] as number);
}

function secondsByHand(table: DayTable, from: number, to: number): number {
  return Math.floor((workedMs(table, to) - workedMs(table, from)) / 1000);
}

function dueByHand(table: DayTable, from: number, seconds: number): number {
  const wanted = workedMs(table, from) + seconds * 1000;
  // Shifts begin at whole seconds: the last one with less work before it than is wanted.
  const row = lastAt(table.beforeSeconds, Math.ceil(wanted / 1000) - 1);
  return (table.startMs[row] as number) + wanted - (table.beforeSeconds[row] as number) * 1000;
}

const holidays = new Set(
  [2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027].flatMap((year) =>
    publicHolidays('DE', year).map(({ date }) => date),
  ),
);

/** The blocks of a day as instants, made when they are asked for. */
function blocksOf(day: Temporal.PlainDate): readonly (readonly [number, number])[] {
  if (day.dayOfWeek > 5 || holidays.has(day.toString())) return [];
  const hours = day.month === 12 && day.day === 24 ? ['09:00-12:00'] : clause.hours;
  return hours.map((text) => {
    const [open, close] = text
      .split('-')
      .map(
        (time) => day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds,
      );
    return [open as number, close as number];
  });
}

function dayOf(ms: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate();
}

function walkSeconds(from: number, to: number): number {
  let worked = 0;
  const last = dayOf(to);
  for (let day = dayOf(from); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    for (const [open, close] of blocksOf(day)) worked += Math.max(0, Math.min(close, to) - Math.max(open, from));
  }
  return Math.floor(worked / 1000);
}

function walkDue(from: number, seconds: number): number {
  let left = seconds * 1000;
  for (let day = dayOf(from); ; day = day.add({ days: 1 })) {
    for (const [open, close] of blocksOf(day)) {
      const start = Math.max(open, from);
      if (close - start >= left) return start + left;
      left -= Math.max(0, close - start);
    }
  }
}
