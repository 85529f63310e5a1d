import type { Agreement } from '@sameteam/agreement';
import { stages } from '@sameteam/model';
import { bucketStart } from '../plan/calendar.ts';
import { calendarRules } from '../plan/compile-plan.ts';
import type { Database } from './connection.ts';
import type { FactTables } from './make-facts.ts';

const grains = ['week', 'month', 'quarter', 'year'] as const;

/** Makes the table of calendars over the days of the facts: for each local day the first day of its buckets. */
export async function makeCalendar(
  database: Database,
  { tables, agreement }: { readonly tables: FactTables; readonly agreement: Agreement },
): Promise<void> {
  const days = stages.flatMap((stage) => [`min(day_${stage})`, `max(day_${stage})`]);
  const [row] = await database.query(
    `SELECT least(${days.join(', ')}) AS first, greatest(${days.join(', ')}) AS last FROM ${tables.leads}`,
  );
  const [deal] = await database.query(
    `SELECT least(min(day_opportunity), min(day_won)) AS first, greatest(max(day_opportunity), max(day_won)) AS last FROM ${tables.opportunities}`,
  );
  const firsts = [row?.first, deal?.first].filter((day) => typeof day === 'number');
  const lasts = [row?.last, deal?.last].filter((day) => typeof day === 'number');
  await database.run(
    'CREATE OR REPLACE TEMP TABLE calendar (day INTEGER, week INTEGER, month INTEGER, quarter INTEGER, year INTEGER)',
  );
  if (firsts.length === 0) return;
  const rules = calendarRules(agreement);
  const values: string[] = [];
  for (let day = Math.min(...firsts); day <= Math.max(...lasts); day++) {
    values.push(`(${day}, ${grains.map((grain) => bucketStart(day, grain, rules)).join(', ')})`);
  }
  for (let start = 0; start < values.length; start += 2000) {
    await database.run(`INSERT INTO calendar VALUES ${values.slice(start, start + 2000).join(', ')}`);
  }
}
