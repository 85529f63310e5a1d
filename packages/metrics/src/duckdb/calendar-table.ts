import type { Agreement } from '@sameteam/agreement';
import { bucketStart } from '../plan/calendar.ts';
import { calendarRules } from '../plan/compile-plan.ts';
import type { Database } from './connection.ts';
import type { LogState } from './visible-events.ts';

const dayMs = 86_400_000;
const grains = ['week', 'month', 'quarter', 'year'] as const;

/** A log that spans more has dates in it that stand for *never*; then only the days that occur are taken. */
const longSpanDays = 200 * 366;

/** The table of calendars of an engine. */
export interface CalendarTable {
  /** Makes it cover the days of the whole log. */
  extend(log: Pick<LogState, 'isEmpty' | 'span'>): Promise<void>;
}

/**
 * The temporary table `calendar`: for each local day the first day of its buckets. It covers the days of the whole
 * log, retracted events among them, which a report of what was known before still shows.
 */
export function createCalendarTable(database: Database, agreement: Agreement): CalendarTable {
  const rules = calendarRules(agreement);
  let covered: string | null = null;
  return {
    async extend({ isEmpty, span }) {
      const days = isEmpty ? [] : await daysOf(database, span);
      const wanted = `${days.length} ${days[0]} ${days[days.length - 1]}`;
      if (wanted === covered) return;
      await database.run(
        'CREATE OR REPLACE TEMP TABLE calendar (day INTEGER, week INTEGER, month INTEGER, quarter INTEGER, year INTEGER)',
      );
      const values = days.map((day) => `(${day}, ${grains.map((grain) => bucketStart(day, grain, rules)).join(', ')})`);
      for (let start = 0; start < values.length; start += 2000) {
        await database.run(`INSERT INTO calendar VALUES ${values.slice(start, start + 2000).join(', ')}`);
      }
      covered = wanted;
    },
  };
}

async function daysOf(database: Database, { fromMs, toMs }: LogState['span']): Promise<readonly number[]> {
  // A zone is at most a day away from UTC.
  const firstDay = Math.floor(fromMs / dayMs) - 1;
  const lastDay = Math.floor(toMs / dayMs) + 1;
  return lastDay - firstDay < longSpanDays ? allBetween(firstDay, lastDay) : daysOfLog(database);
}

function allBetween(firstDay: number, lastDay: number): readonly number[] {
  return Array.from({ length: lastDay - firstDay + 1 }, (_, index) => firstDay + index);
}

async function daysOfLog(database: Database): Promise<readonly number[]> {
  const rows = await database.query(
    `SELECT DISTINCT time // ${dayMs} + unnest([-1, 0, 1]) AS day FROM events ORDER BY day`,
  );
  return rows.map(({ day }) => Number(day));
}
