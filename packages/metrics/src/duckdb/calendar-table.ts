import type { Agreement } from '@sameteam/agreement';
import { bucketStart } from '../plan/calendar.ts';
import { calendarRules } from '../plan/compile-plan.ts';
import type { Database } from './connection.ts';

const dayMs = 86_400_000;
const grains = ['week', 'month', 'quarter', 'year'] as const;

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
  const lastDay = Math.floor(Number(row.last) / dayMs) + 1;
  for (let day = Math.floor(Number(row.first) / dayMs) - 1; day <= lastDay; day++) {
    values.push(`(${day}, ${grains.map((grain) => bucketStart(day, grain, rules)).join(', ')})`);
  }
  for (let start = 0; start < values.length; start += 2000) {
    await database.run(`INSERT INTO calendar VALUES ${values.slice(start, start + 2000).join(', ')}`);
  }
}
