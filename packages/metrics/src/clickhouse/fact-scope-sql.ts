import { dayColumn } from '../facts/schema/fact-column.ts';
import { nextBucket } from '../plan/calendar.ts';
import type { FactScope, GroupAddress, GroupedScope } from '../plan/reduction.ts';
import type { QueryParams } from './query-params.ts';
import { columnSql, oneOfSql, rowTestSql, type SqlContext } from './row-test-sql.ts';
import { integer, integers } from './sql-text.ts';

/** Where the facts stand, and what a statement on them needs. */
export interface FactSource extends SqlContext {
  readonly params: QueryParams;
  /** Table of the grain, for statements. */
  readonly table: string;
  /** Whether exclusions can have taken any row out. */
  readonly hasExclusions: boolean;
  /** First days of the buckets of a calendar, ascending; of no use without one. */
  readonly starts: readonly number[];
}

/** FROM and WHERE of a scope: rows of facts as `f`. */
export function scopeSql(scope: FactScope, source: FactSource): string {
  const day = columnSql(dayColumn(scope.anchor));
  const conditions = [`${columnSql(scope.anchor)} IS NOT NULL`];
  if (scope.firstDay !== null) conditions.push(`${day} >= ${integer(scope.firstDay)}`);
  if (scope.lastDay !== null) conditions.push(`${day} <= ${integer(scope.lastDay)}`);
  for (const { column, values, negate } of scope.filters)
    conditions.push(`${negate ? 'NOT ' : ''}(${oneOfSql(column, values, source.params)})`);
  const where = rowTestSql(scope.where, source);
  if (where !== '1') conditions.push(`(${where})`);
  return `${source.table} AS f FINAL WHERE ${conditions.join(' AND ')}`;
}

/**
 * The first day of the bucket of a row; `null` without a calendar. Calendars are made in TypeScript: the database only
 * looks which of the first days is the last one that has come.
 */
function bucketSql({ anchor, calendar }: Pick<GroupedScope, 'anchor' | 'calendar'>, starts: readonly number[]) {
  if (calendar === null) return null;
  const day = `assumeNotNull(${columnSql(dayColumn(anchor))})`;
  return calendar.grain === 'day' || starts.length === 0 ? day : `roundDown(${day}, [${integers(starts)}])`;
}

/** Columns of the address of a group: `d0`, `d1`, … and `bucket`. */
export function addressColumns(
  scope: Pick<GroupedScope, 'anchor' | 'calendar' | 'dimensions'>,
  { starts }: Pick<FactSource, 'starts'>,
): readonly string[] {
  const bucket = bucketSql(scope, starts);
  return [
    ...scope.dimensions.map((column, index) => `${columnSql(column)} AS d${index}`),
    ...(bucket === null ? [] : [`${bucket} AS bucket`]),
  ];
}

/** Conditions that a row belongs to a group. */
export function addressConditions(
  { anchor, calendar, dimensions }: Pick<GroupedScope, 'anchor' | 'calendar' | 'dimensions'>,
  address: GroupAddress,
  { params }: Pick<FactSource, 'params'>,
): readonly string[] {
  const conditions = dimensions.map(
    (column, index) => `(${oneOfSql(column, [address.dimensions[index] ?? null], params)})`,
  );
  if (calendar === null) return conditions;
  if (address.bucket === null) return [...conditions, '0'];
  const last = nextBucket(address.bucket, calendar.grain) - 1;
  return [...conditions, `${columnSql(dayColumn(anchor))} BETWEEN ${integer(address.bucket)} AND ${integer(last)}`];
}

/** Condition that no exclusion takes a row out; `null` where none takes any. */
export function keptSql({ hasExclusions }: Pick<FactSource, 'hasExclusions'>): string | null {
  return hasExclusions ? `${columnSql('excluded')} IS NULL` : null;
}
