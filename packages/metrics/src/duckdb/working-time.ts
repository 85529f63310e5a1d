import { checkWhole } from '../calendar/check-whole.ts';
import type { WorkingTime } from '../calendar/working-time.ts';
import type { WorkingTimeTable } from '../calendar/working-time-table.ts';
import { MetricsError } from '../metrics-error.ts';
import { appendColumns, type Column, constant32, integers32, integers64 } from './append-columns.ts';
import type { Database } from './connection.ts';
import { dueSql, outsideWorkingTime, workingSecondsSql, workingTimeTables } from './working-time-sql.ts';

/** Puts the table of working time into temporary tables of a connection, in place of the one that was there. */
export async function loadWorkingTime(database: Database, table: WorkingTimeTable): Promise<void> {
  await database.run(`CREATE OR REPLACE TEMP TABLE ${workingTimeTables.ranges}`);
  await database.run(`CREATE OR REPLACE TEMP TABLE ${workingTimeTables.shifts}`);
  const { connection } = database;
  await appendColumns(connection, 'working_ranges', table.length, [
    integers32(Int32Array.from(table, (_, calendar) => calendar)),
    integers64(Float64Array.from(table, ({ fromMs }) => fromMs)),
    integers64(Float64Array.from(table, ({ toMs }) => toMs)),
    integers64(Float64Array.from(table, ({ totalSeconds }) => totalSeconds)),
  ]);
  for (const [calendar, { startMs, endMs, beforeSeconds }] of table.entries()) {
    await appendColumns(connection, 'working_shifts', startMs.length, [
      constant32(startMs.length, calendar),
      integers64(startMs),
      integers64(endMs),
      integers64(beforeSeconds),
    ]);
  }
}

/**
 * Working time in DuckDB, by a join on the table of days.
 * @throws MetricsError `outside-working-time` and `working-time-not-whole` as `memoryWorkingTime`
 */
export async function duckDbWorkingTime(database: Database, table: WorkingTimeTable): Promise<WorkingTime> {
  await loadWorkingTime(database, table);
  return {
    async workingSeconds({ calendar, fromMs, toMs }) {
      checkWhole({ fromMs, toMs });
      return askRows(database, {
        columns: 'calendar INTEGER, from_ms BIGINT, to_ms BIGINT',
        values: [integers32(calendar), integers64(fromMs), integers64(toMs)],
        count: calendar.length,
        answer: `SELECT place, working_seconds FROM (${workingSecondsSql('SELECT * FROM working_asked')})`,
      });
    },
    async dueMs({ calendar, fromMs, seconds }) {
      checkWhole({ fromMs, seconds });
      return askRows(database, {
        columns: 'calendar INTEGER, from_ms BIGINT, limit_s BIGINT',
        values: [integers32(calendar), integers64(fromMs), integers64(seconds)],
        count: calendar.length,
        answer: `SELECT place, due_ms FROM (${dueSql('SELECT * FROM working_asked')})`,
      });
    },
  };
}

/** The error for what a query with working time in it was refused for; what else went wrong is given back as it is. */
export function workingTimeTrouble(cause: unknown): unknown {
  const said = new RegExp(`${outsideWorkingTime} (-?\\d+) at (.*)`).exec(cause instanceof Error ? cause.message : '');
  if (said === null) return cause;
  return new MetricsError('outside-working-time', { calendar: Number(said[1]), at: said[2] ?? '' }, { cause });
}

async function askRows(
  database: Database,
  asked: {
    readonly columns: string;
    readonly values: readonly Column[];
    readonly count: number;
    readonly answer: string;
  },
): Promise<Float64Array> {
  await database.run(`CREATE OR REPLACE TEMP TABLE working_asked (place INTEGER, ${asked.columns})`);
  const places = integers32(Int32Array.from({ length: asked.count }, (_, place) => place));
  await appendColumns(database.connection, 'working_asked', asked.count, [places, ...asked.values]);
  const answers = new Float64Array(asked.count);
  try {
    for (const [place, value] of await database.rows(asked.answer)) answers[Number(place)] = Number(value);
  } catch (cause) {
    throw workingTimeTrouble(cause);
  } finally {
    await database.run('DROP TABLE working_asked');
  }
  return answers;
}
