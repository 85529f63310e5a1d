import type { Agreement } from '@sameteam/agreement';
import { bucketStart } from '../plan/calendar.ts';
import { calendarRules } from '../report/metric-scope.ts';
import { appendColumns, integers32, temporary } from './append-columns.ts';
import type { Database } from './connection.ts';
import { type FactDays, joinedDays, occurringDays } from './fact-days.ts';
import type { FactTables } from './fact-tables.ts';

const grains = ['week', 'month', 'quarter', 'year'] as const;

/** Facts that span more have dates in them that stand for *never*; then only the days that occur are taken. */
const longSpanDays = 200 * 366;

/** The table of calendars of an engine. */
export interface CalendarTable {
  /** Makes it cover the days of facts. */
  extend(days: FactDays | null, tables: FactTables): Promise<void>;
}

/**
 * The temporary table `calendar`: for each local day the first day of its buckets. It covers the days of all facts that
 * were ever made by the engine, those of bounded facts among them.
 */
export function createCalendarTable(database: Database, agreement: Agreement): CalendarTable {
  const rules = calendarRules(agreement);
  let covered: FactDays | null = null;
  let isMade = false;

  async function make(): Promise<void> {
    if (isMade) return;
    isMade = true;
    await database.run(
      'CREATE OR REPLACE TEMP TABLE calendar (day INTEGER, week INTEGER, month INTEGER, quarter INTEGER, year INTEGER)',
    );
  }

  async function insert(days: readonly number[]): Promise<void> {
    const starts = grains.map((grain) => Int32Array.from(days, (day) => bucketStart(day, grain, rules)));
    const columns = [Int32Array.from(days), ...starts].map(integers32);
    await appendColumns(database.connection, `${temporary}calendar`, days.length, columns);
  }

  return {
    async extend(days, tables) {
      await make();
      const wanted = joinedDays(covered, days);
      if (wanted === null || (covered !== null && wanted.first === covered.first && wanted.last === covered.last)) {
        if (!isLong(wanted)) return;
      }
      if (wanted !== null && isLong(wanted)) {
        const known = await database.query('SELECT day FROM calendar');
        const isKnown = new Set(known.map(({ day }) => Number(day)));
        await insert((await occurringDays(database, tables)).filter((day) => !isKnown.has(day)));
      } else if (wanted !== null) {
        await insert(daysBetween(wanted.first, (covered?.first ?? wanted.last + 1) - 1));
        if (covered !== null) await insert(daysBetween(covered.last + 1, wanted.last));
      }
      covered = wanted;
    },
  };
}

function isLong(days: FactDays | null): boolean {
  return days !== null && days.last - days.first > longSpanDays;
}

function daysBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
