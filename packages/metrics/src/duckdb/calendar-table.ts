import type { Agreement } from '@sameteam/agreement';
import { bucketStart } from '../plan/calendar.ts';
import { calendarRules } from '../plan/compile-plan.ts';
import type { Database } from './connection.ts';

const dayMs = 86_400_000;
const grains = ['week', 'month', 'quarter', 'year'] as const;

/** A log that spans more has dates in it that stand for *never*; then only the days that occur are taken. */
const longSpanDays = 200 * 366;

/**
 * Makes the table of calendars over the days of the whole log: for each local day the first day of its buckets. It
 * spans retracted events too, which a report of what was known before still shows.
 */
export async function makeCalendar(database: Database, agreement: Agreement): Promise<void> {
  const [row] = await database.query('SELECT min(time) AS first, max(time) AS last FROM events');
  await database.run(
    'CREATE OR REPLACE TEMP TABLE calendar (day INTEGER, week INTEGER, month INTEGER, quarter INTEGER, year INTEGER)',
  );
  if (row === undefined || row.first === null) return;
  const rules = calendarRules(agreement);
  const values: string[] = [];
  // A zone is at most a day away from UTC.
  const firstDay = Math.floor(Number(row.first) / dayMs) - 1;
  const lastDay = Math.floor(Number(row.last) / dayMs) + 1;
  for (const day of lastDay - firstDay < longSpanDays ? span(firstDay, lastDay) : await daysOfLog(database)) {
    values.push(`(${day}, ${grains.map((grain) => bucketStart(day, grain, rules)).join(', ')})`);
  }
  for (let start = 0; start < values.length; start += 2000) {
    await database.run(`INSERT INTO calendar VALUES ${values.slice(start, start + 2000).join(', ')}`);
  }
}

function span(firstDay: number, lastDay: number): readonly number[] {
  return Array.from({ length: lastDay - firstDay + 1 }, (_, index) => firstDay + index);
}

async function daysOfLog(database: Database): Promise<readonly number[]> {
  const rows = await database.query(
    `SELECT DISTINCT time // ${dayMs} + unnest([-1, 0, 1]) AS day FROM events ORDER BY day`,
  );
  return rows.map(({ day }) => Number(day));
}
