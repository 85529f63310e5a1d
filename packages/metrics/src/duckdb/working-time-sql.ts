/** The tables of working time, see `WorkingTimeTable`: what a calendar's days are, and a row for each stretch of work. */
export const workingTimeTables = {
  ranges:
    'working_ranges (calendar INTEGER NOT NULL, from_ms BIGINT NOT NULL, to_ms BIGINT NOT NULL, total_s BIGINT NOT NULL)',
  shifts:
    'working_shifts (calendar INTEGER NOT NULL, start_ms BIGINT NOT NULL, end_ms BIGINT NOT NULL, before_s BIGINT NOT NULL)',
} as const;

/** What a refusal begins with. */
export const outsideWorkingTime = 'outside-working-time';

/**
 * Rows with the working seconds between two of their columns: a query with all that `rows` has, and `working_seconds`. A row
 * without one of the instants has NULL.
 * @param rows a query with the columns `calendar`, `from_ms` and `to_ms`
 */
export function workingSecondsSql(rows: string): string {
  return `
    SELECT * EXCLUDE (from_worked_ms, to_worked_ms),
      CASE WHEN to_worked_ms >= from_worked_ms THEN (to_worked_ms - from_worked_ms) // 1000
        ELSE -((from_worked_ms - to_worked_ms) // 1000) END AS working_seconds
    FROM (
      SELECT pairs.*, ${workedMs('from_ms', 'from_shift')} AS from_worked_ms, ${workedMs('to_ms', 'to_shift')} AS to_worked_ms
      FROM (${rows}) AS pairs
      ${shiftAt('from_ms', 'from_shift')}
      ${shiftAt('to_ms', 'to_shift')}
      ${rangeOf}
    )`;
}

/**
 * Rows with the earliest instant at which a limit is used up: a query with all that `rows` has, and `due_ms`. A row without
 * an instant or a limit has NULL.
 * @param rows a query with the columns `calendar`, `from_ms` and `limit_s`, working seconds from 0
 */
export function dueSql(rows: string): string {
  return `
    SELECT located.* EXCLUDE (used_up_ms, total_s),
      CASE
        WHEN used_up_ms IS NULL THEN NULL
        WHEN limit_s < 0 OR used_up_ms > 1000 * total_s THEN ${refusal(`located.from_ms || ' + ' || limit_s || ' s'`, 'located')}
        WHEN limit_s = 0 THEN located.from_ms
        ELSE last_shift.start_ms + used_up_ms - 1000 * last_shift.before_s
      END AS due_ms
    FROM (
      SELECT pairs.*, total_s, ${workedMs('from_ms', 'from_shift')} + 1000 * limit_s AS used_up_ms
      FROM (${rows}) AS pairs
      ${shiftAt('from_ms', 'from_shift')}
      ${rangeOf}
    ) AS located
    ASOF LEFT JOIN working_shifts AS last_shift
      ON last_shift.calendar = located.calendar AND located.used_up_ms > 1000 * last_shift.before_s`;
}

const rangeOf = 'LEFT JOIN working_ranges ON working_ranges.calendar = pairs.calendar';

/** The last stretch of work that starts at or before an instant; none before the first. */
function shiftAt(instant: string, shift: string): string {
  return `ASOF LEFT JOIN working_shifts AS ${shift}
        ON ${shift}.calendar = pairs.calendar AND pairs.${instant} >= ${shift}.start_ms`;
}

/** Working milliseconds before an instant of the table; an error for any other, rather than a wrong figure. */
function workedMs(instant: string, shift: string): string {
  const at = `pairs.${instant}`;
  return `CASE
        WHEN ${at} IS NULL THEN NULL
        WHEN working_ranges.calendar IS NULL OR ${at} < working_ranges.from_ms OR ${at} > working_ranges.to_ms
          THEN ${refusal(at, 'pairs')}
        WHEN ${shift}.start_ms IS NULL THEN 0
        ELSE 1000 * ${shift}.before_s + least(${at}, ${shift}.end_ms) - ${shift}.start_ms
      END`;
}

function refusal(at: string, rows: string): string {
  return `error('${outsideWorkingTime} ' || coalesce(${rows}.calendar, -1) || ' at ' || ${at})::BIGINT`;
}
