import { anchorColumns } from '../facts/schema/anchor-columns.ts';
import { dayColumn } from '../facts/schema/fact-column.ts';
import { factGrains } from '../facts/schema/fact-schema.ts';
import type { Database } from './connection.ts';
import type { FactTables } from './fact-tables.ts';

/** First and last local day of facts. */
export interface FactDays {
  readonly first: number;
  readonly last: number;
}

/** Both together; `null` where there are none. */
export function joinedDays(a: FactDays | null, b: FactDays | null): FactDays | null {
  if (a === null || b === null) return a ?? b;
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) };
}

/** Reads between which days the kept facts of a store lie. */
export async function keptDays(database: Database): Promise<FactDays | null> {
  const [row] = await database.query("SELECT value FROM meta WHERE key = 'days'");
  const [first, last] = String(row?.value ?? '')
    .split(' ')
    .map(Number);
  return first === undefined || last === undefined ? null : { first, last };
}

/** Remembers it: to look for it takes longer than a small import. */
export async function keepDays(database: Database, days: FactDays | null): Promise<void> {
  await database.run("DELETE FROM meta WHERE key = 'days'");
  if (days !== null) await database.run("INSERT INTO meta VALUES ('days', $1)", [`${days.first} ${days.last}`]);
}

/** The days that occur in facts, ascending. */
export async function occurringDays(database: Database, tables: FactTables): Promise<readonly number[]> {
  const parts = factGrains.flatMap((grain) =>
    anchorColumns(grain).map((time) => `SELECT ${dayColumn(time)} AS day FROM ${tables[grain]}`),
  );
  const rows = await database.query(
    `SELECT DISTINCT day FROM (${parts.join(' UNION ALL ')}) WHERE day IS NOT NULL ORDER BY day`,
  );
  return rows.map(({ day }) => Number(day));
}
