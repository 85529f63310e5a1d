import { AgreementError } from '../agreement-error.ts';
import type { DurationText } from '../duration/parse-duration.ts';
import type { CalendarPins } from './calendar-pins.ts';
import { closingHolidays } from './closing-holidays.ts';
import { type CalendarClause, dayHours } from './day-hours.ts';
import { type DurationLimit, durationLimits } from './duration-limits.ts';
import { growingShifts } from './growing-shifts.ts';
import type { HolidaySource } from './holiday-source.ts';
import { aroundTheClockMs, readHours } from './opening-hours.ts';
import { pinnedZones } from './pinned-zone.ts';
import { earliestWith, latestWith, shiftAt, workedMs } from './search-shifts.ts';
import { emptyShiftTable, type ShiftTable } from './shift-table.ts';
import { startOfDay } from './start-of-day.ts';
import { type ZoneSource, zoneOffsets } from './zone-offsets.ts';

/** What a calendar depends on beside its clause. */
export interface CalendarOptions {
  /** Zone in which the hours are read, such as the lead's own; the calendar's when absent. */
  readonly zone?: string;
  /** Holidays and offsets that were signed: within their years nothing else is asked. */
  readonly pins?: CalendarPins | null;
  /** Where holidays come from: `publicHolidays` of `@sameteam/agreement/holidays`. */
  readonly holidays?: HolidaySource | null;
  /** Where the offsets of zones come from; the machine's own data when absent. */
  readonly zones?: ZoneSource;
}

/**
 * A calendar that counts. Instants are whole UTC milliseconds of the years 1900 to 2199, working time is in whole
 * seconds. What it needs of a year is made when the year is first asked for; after that no call makes anything.
 */
export interface WorkingCalendar {
  /** Zone in which the hours are read. */
  readonly zone: string;
  /** What `1wd` is: the length of `hours` around the clock. `hoursOn` and half days do not change it. */
  readonly nominalDaySeconds: number;
  /** Whether work is done at an instant. A shift is worked from its first instant to the one before its last. */
  isWorking(atMs: number): boolean;
  /**
   * Working seconds between two instants: working milliseconds, by 1000, without the remainder. Backwards it is the same
   * with a minus.
   */
  workingSeconds(fromMs: number, toMs: number): number;
  /**
   * The earliest instant by which so many seconds were worked since `fromMs`, itself for none. Backwards (a negative
   * number) the latest instant since which so many were worked.
   */
  addWorkingSeconds(fromMs: number, seconds: number): number;
  /** The earliest instant at which a limit is used up. `m`, `h` and `d` elapse, `wm`, `wh` and `wd` are worked. */
  dueMs(fromMs: number, within: DurationText): number;
  /** A limit in seconds, and whether they are worked or elapse. */
  limitOf(within: DurationText): DurationLimit;
  /** All shifts that cover two instants and what lies between: for `dayTable`. */
  shiftsBetween(fromMs: number, toMs: number): ShiftTable;
  /** The first instant at which the clocks show a numbered day (0 is 1970-01-01) or a later one. */
  startOfDay(day: number): number;
}

/**
 * Makes a calendar of an agreement ready to count with.
 *
 * An instant is working time when the clocks of the zone, read at it, show a time within the hours of their day, or
 * within what the day before left for the night: a shift belongs to the day on which it begins, and a closed day closes
 * the shifts that begin on it. So a shift across a change of the clocks lasts as long as it really does, a block that
 * begins in a gap begins at its end, and what the clocks show twice counts twice. Which hours a day has: `dayHours`.
 *
 * A call takes O(1), some tens of nanoseconds; the first one in a year makes the year, about a millisecond.
 * @param calendar a calendar of a normalised agreement
 * @throws AgreementError `zone-unknown`; `holidays-missing` when the calendar has holidays and neither
 * pins nor a source know them; `instant-outside-calendar` for what is not an instant of the years 1900 to 2199;
 * `working-time-ends` when a calendar never works again; `not-whole-seconds`; `not-a-duration`
 * @example
 * const calendar = compileCalendar(defaultAgreement.calendars.default!, { zone: 'Europe/Berlin' });
 * const friday = Date.parse('2026-03-27T16:00+01:00');
 * new Date(calendar.dueMs(friday, '2wh')).toISOString() // '2026-03-30T08:00:00.000Z'
 */
export function compileCalendar(calendar: CalendarClause, options: CalendarOptions = {}): WorkingCalendar {
  const { zone = calendar.zone, pins = null, holidays = null, zones = zoneOffsets } = options;
  const source = pinnedZones(zones, pins);
  // A zone that does not exist is said here, rather than in the first call.
  source(zone, { fromMs: 0, toMs: 0 });
  const hours = dayHours(calendar, closingHolidays(calendar.holidays, { pins, source: holidays }));
  const growing = growingShifts({ hours, zone, source });
  const nominalDaySeconds = aroundTheClockMs(readHours(calendar.hours)) / 1000;
  const limitOf = durationLimits(nominalDaySeconds);
  let table = emptyShiftTable;

  /** Two years that are covered have everything between them covered. */
  function cover(atMs: number): void {
    if (!(atMs >= table.fromMs && atMs < table.toMs)) table = growing.cover(atMs);
  }

  function extend(direction: 1 | -1, asked: { readonly fromMs: number; readonly seconds: number }): void {
    const extended = growing.extend(direction);
    if (extended === null) throw new AgreementError('working-time-ends', { ...asked, zone });
    table = extended;
  }

  function addWorkingSeconds(fromMs: number, seconds: number): number {
    if (!Number.isSafeInteger(seconds)) throw new AgreementError('not-whole-seconds', { seconds });
    cover(fromMs);
    if (seconds === 0) return fromMs;
    const addedMs = seconds * 1000;
    if (seconds > 0) {
      while (workedMs(table, fromMs) + addedMs > table.totalMs) extend(1, { fromMs, seconds });
      return earliestWith(table, workedMs(table, fromMs) + addedMs, shiftAt(table, fromMs));
    }
    while (workedMs(table, fromMs) + addedMs < 0) extend(-1, { fromMs, seconds });
    return latestWith(table, workedMs(table, fromMs) + addedMs);
  }

  return {
    zone,
    nominalDaySeconds,
    limitOf,
    addWorkingSeconds,
    isWorking(atMs) {
      cover(atMs);
      return atMs < (table.ends[shiftAt(table, atMs)] as number);
    },
    workingSeconds(fromMs, toMs) {
      cover(fromMs);
      cover(toMs);
      // Adding 0 makes the 0 of less than a second backwards a plain one.
      return Math.trunc((workedMs(table, toMs) - workedMs(table, fromMs)) / 1000) + 0;
    },
    dueMs(fromMs, within) {
      const { seconds, working } = limitOf(within);
      return working ? addWorkingSeconds(fromMs, seconds) : fromMs + seconds * 1000;
    },
    shiftsBetween(fromMs, toMs) {
      cover(fromMs);
      cover(toMs);
      return table;
    },
    startOfDay: (day) => startOfDay(day, { zone, source }),
  };
}
