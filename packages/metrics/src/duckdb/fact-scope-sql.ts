import { dayColumn } from '../facts/schema/fact-column.ts';
import type { FactScope, GroupAddress, GroupedScope } from '../plan/reduction.ts';
import type { FactTables } from './fact-tables.ts';
import { columnSql, oneOfSql, type RowContext, rowTestSql } from './row-test-sql.ts';
import { whole } from './sql-text.ts';

/** Where the facts stand, and what is known of them. */
export interface FactSource extends RowContext {
  readonly tables: FactTables;
  /** Table `(day, <grain>)` of calendars: first day of the bucket of each local day. */
  readonly calendar: string;
  /** Whether exclusions took any row out. */
  readonly hasExclusions: boolean;
}

/** FROM and WHERE of a scope: rows of facts as `f`, their calendar as `c`. */
export function scopeSql(scope: FactScope & Pick<GroupedScope, 'calendar'>, source: FactSource): string {
  const day = columnSql(dayColumn(scope.anchor));
  const needsCalendar = scope.calendar !== null && scope.calendar.grain !== 'day';
  const conditions = [`${columnSql(scope.anchor)} IS NOT NULL`];
  if (scope.firstDay !== null) conditions.push(`${day} >= ${whole(scope.firstDay)}`);
  if (scope.lastDay !== null) conditions.push(`${day} <= ${whole(scope.lastDay)}`);
  for (const { column, values, negate } of scope.filters)
    conditions.push(oneOfSql(column, values, { ...source, is: !negate }));
  const where = rowTestSql(scope.where, source);
  if (where !== 'TRUE') conditions.push(`(${where})`);
  const calendar = needsCalendar ? ` JOIN ${source.calendar} c ON c.day = ${day}` : '';
  return `${source.tables[scope.grain]} f${calendar} WHERE ${conditions.join(' AND ')}`;
}

/** The first day of the bucket of a row; `null` without a calendar. */
export function bucketSql({ anchor, calendar }: Pick<GroupedScope, 'anchor' | 'calendar'>): string | null {
  if (calendar === null) return null;
  return calendar.grain === 'day' ? columnSql(dayColumn(anchor)) : `c.${calendar.grain}`;
}

/** Columns of the address of a group: `d0`, `d1`, … and `bucket`. */
export function addressColumns(scope: Pick<GroupedScope, 'anchor' | 'calendar' | 'dimensions'>): readonly string[] {
  const bucket = bucketSql(scope);
  return [
    ...scope.dimensions.map((column, index) => `${columnSql(column)} AS d${index}`),
    ...(bucket === null ? [] : [`${bucket} AS bucket`]),
  ];
}

/** Conditions that a row belongs to a group. */
export function addressConditions(
  scope: Pick<GroupedScope, 'anchor' | 'calendar' | 'dimensions'>,
  { dimensions, bucket }: GroupAddress,
  { numberOf }: Pick<RowContext, 'numberOf'>,
): readonly string[] {
  const bucketOf = bucketSql(scope);
  return [
    ...scope.dimensions.map((column, index) => oneOfSql(column, [dimensions[index] ?? null], { numberOf, is: true })),
    ...(bucketOf === null ? [] : [bucket === null ? 'FALSE' : `${bucketOf} = ${whole(bucket)}`]),
  ];
}

/** Condition that no exclusion takes a row out; `null` where none takes any. */
export function keptSql({ hasExclusions }: Pick<FactSource, 'hasExclusions'>): string | null {
  return hasExclusions ? `${columnSql('excluded')} IS NULL` : null;
}
