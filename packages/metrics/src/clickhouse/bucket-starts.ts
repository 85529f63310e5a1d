import { dayColumn } from '../facts/schema/fact-column.ts';
import { bucketStart, nextBucket } from '../plan/calendar.ts';
import type { GroupedScope } from '../plan/reduction.ts';
import type { Database } from './connection.ts';
import { type FactSource, scopeSql } from './fact-scope-sql.ts';
import { columnSql } from './row-test-sql.ts';

/** First days of buckets that rows fall into, for a statement. */
export interface BucketStarts {
  /** Ascending; none where each day is its own bucket. */
  readonly starts: readonly number[];
  /** Buckets that stand for days before and after: a row in one of them says that other starts are needed. */
  readonly outside: ReadonlySet<number>;
}

/** Finds the buckets of calendars, which are made here: the database only looks which of their days has come. */
export interface BucketStartFinder {
  /** Starts that are likely to be enough, by what was found before. */
  likely(scope: GroupedScope, source: FactSource): Promise<BucketStarts>;
  /** Starts that are enough for sure, of the days that rows have. */
  exact(scope: GroupedScope, source: FactSource): Promise<BucketStarts>;
}

interface DaySpan {
  readonly first: number;
  readonly last: number;
}

/** A calendar over more days is asked which of them occur: it has dates in it that stand for *never*. */
const longSpanDays = 200 * 366;

const noStarts: BucketStarts = { starts: [], outside: new Set() };

export function bucketStartFinder(database: Database): BucketStartFinder {
  /** Days of rows by their grain and anchor, as they were found last; `null` for those of a long span. */
  const known = new Map<string, DaySpan | null>();
  let widest: DaySpan | null = null;

  return {
    async likely(scope, source) {
      if (scope.calendar === null || scope.calendar.grain === 'day') return noStarts;
      const found = known.get(keyOf(scope));
      const span = spanWithin(scope, found === undefined ? widest : found);
      if (span === null || span.last - span.first >= longSpanDays) return this.exact(scope, source);
      const starts = startsOf(span, scope.calendar);
      const before = (starts[0] as number) - 1;
      const after = nextBucket(starts.at(-1) as number, scope.calendar.grain);
      return { starts: [before, ...starts, after], outside: new Set([before, after]) };
    },
    async exact({ calendar, ...scope }, source) {
      if (calendar === null || calendar.grain === 'day') return noStarts;
      const day = columnSql(dayColumn(scope.anchor));
      const all: GroupedScope = { ...scope, calendar: null, filters: [], where: [[]] };
      const [row] = await database.query(
        `SELECT min(${day}) AS first, max(${day}) AS last FROM ${scopeSql(all, source)}`,
        source.params.values,
      );
      if (row === undefined || row.first === null || row.last === null) return noStarts;
      const span = { first: Number(row.first), last: Number(row.last) };
      if (span.last - span.first < longSpanDays) {
        known.set(keyOf(scope), joined(known.get(keyOf(scope)) ?? null, span));
        widest = joined(widest, span);
        return { starts: startsOf(span, calendar), outside: new Set() };
      }
      known.set(keyOf(scope), null);
      const rows = await database.query(
        `SELECT DISTINCT ${day} AS day FROM ${scopeSql(all, source)}`,
        source.params.values,
      );
      const starts = new Set(rows.map((one) => bucketStart(Number(one.day), calendar.grain, calendar.rules)));
      return { starts: [...starts].sort((a, b) => a - b), outside: new Set() };
    },
  };
}

function keyOf({ grain, anchor }: Pick<GroupedScope, 'grain' | 'anchor'>): string {
  return `${grain} ${anchor}`;
}

/** The days that a scope asks for, as far as they may have rows. */
function spanWithin({ firstDay, lastDay }: GroupedScope, known: DaySpan | null): DaySpan | null {
  const first = firstDay ?? known?.first ?? null;
  const last = lastDay ?? known?.last ?? null;
  return first === null || last === null ? null : { first: Math.min(first, last), last: Math.max(first, last) };
}

function joined(one: DaySpan | null, other: DaySpan): DaySpan {
  if (one === null) return other;
  const both = { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) };
  return both.last - both.first < longSpanDays ? both : other;
}

function startsOf(
  { first, last }: DaySpan,
  { grain, rules }: NonNullable<GroupedScope['calendar']>,
): readonly number[] {
  const starts = [bucketStart(first, grain, rules)];
  for (let next = nextBucket(starts[0] as number, grain); next <= last; next = nextBucket(next, grain))
    starts.push(next);
  return starts;
}
