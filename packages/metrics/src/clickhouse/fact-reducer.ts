import { dayColumn } from '../facts/schema/fact-column.ts';
import { columnKind, type FactGrain, type FactRowOf, factSchema } from '../facts/schema/fact-schema.ts';
import { MetricsError } from '../metrics-error.ts';
import { bucketStart, nextBucket } from '../plan/calendar.ts';
import type {
  FactReducer,
  GroupAddress,
  GroupedScope,
  LeadFactRow,
  LogBounds,
  SubjectQuery,
} from '../plan/reduction.ts';
import type { Database, Row, Value } from './connection.ts';
import { factsSql, leadsSql, matchingSql, subjectsSql, valuesSql } from './fact-pages-sql.ts';
import { type FactSource, scopeSql } from './fact-scope-sql.ts';
import { type QueryParams, queryParams } from './query-params.ts';
import { amountsSql, histogramSql, reductionSql, waitingSql } from './reduction-sql.ts';
import { columnSql } from './row-test-sql.ts';

/** Where facts stand under bounds. */
export interface FactPlace {
  /** Table of a grain, for statements. */
  readonly table: (grain: FactGrain) => string;
  readonly hasExclusions: boolean;
}

/** What a reducer works with. */
interface ReducerParts {
  readonly factsUnder: (bounds: LogBounds) => Promise<FactPlace>;
  readonly recordedLater: FactReducer['recordedLater'];
}

/** A calendar over more days is asked which of them occur: it has dates in it that stand for *never*. */
const longSpanDays = 200 * 366;

/** Column that names what a row of a grain is about. */
const naming = { leads: 'lead', opportunities: 'opportunity', companies: 'company' } as const;

/** Answers the queries of plans by one statement each over the tables of facts. */
export function createFactReducer(database: Database, { factsUnder, recordedLater }: ReducerParts): FactReducer {
  async function sourceOf(scope: GroupedScope, bounds: LogBounds, params: QueryParams): Promise<FactSource> {
    const place = await factsUnder(bounds);
    const source = {
      params,
      table: place.table(scope.grain),
      hasExclusions: place.hasExclusions,
      asOfMs: bounds.asOfMs,
      starts: [],
    };
    return { ...source, starts: await bucketStarts(database, scope, source) };
  }

  /** The rows of a statement, each with the address of its group. */
  async function addressed(query: GroupedScope, bounds: LogBounds, sqlOf: (source: FactSource) => string) {
    const params = queryParams();
    const rows = await database.query(sqlOf(await sourceOf(query, bounds, params)), params.values);
    return rows.map((row) => {
      const address: GroupAddress = {
        dimensions: query.dimensions.map((_, index) => textOrNull(row[`d${index}`])),
        bucket: query.calendar === null ? null : Number(row.bucket),
      };
      return { row, address };
    });
  }

  async function matchingOf(queries: readonly SubjectQuery[], bounds: LogBounds, params: QueryParams) {
    const parts: { readonly query: SubjectQuery; readonly source: FactSource }[] = [];
    // Behind a number of companies there are no leads: their rows have none.
    for (const query of queries.filter(({ grain, column }) => columnKind(grain, column) !== undefined))
      parts.push({ query, source: await sourceOf({ ...query, calendar: null }, bounds, params) });
    return matchingSql(parts.map(({ query, source }) => ({ query, source })));
  }

  async function count(sql: string, params: QueryParams): Promise<number> {
    const [row] = await database.query(`SELECT count() AS n FROM (${sql})`, params.values);
    return Number(row?.n ?? 0);
  }

  return {
    async reduce(query, bounds) {
      const rows = await addressed(query, bounds, (source) => reductionSql(query, source));
      return rows.map(({ row, address }) => ({
        ...address,
        excluded: Number(row.excluded),
        values: query.aggregates.map(({ kind }, index) => {
          const value = numberOrNull(row[`a${index}`]);
          return kind === 'sum' ? exact(value ?? 0) : value;
        }),
      }));
    },
    async amounts(query, bounds) {
      const rows = await addressed(query, bounds, (source) => amountsSql(query, source));
      return rows.map(({ row, address }) => ({
        ...address,
        currency: textOrNull(row.currency),
        day: numberOrNull(row.day),
        amount: exact(Number(row.amount)),
      }));
    },
    async waiting(query, bounds) {
      const rows = await addressed(query, bounds, (source) => waitingSql(query, source));
      return rows.map(({ row, address }) => ({
        ...address,
        ended: Number(row.ended) === 1,
        end: textOrNull(row.end),
        days: Number(row.days),
        rows: Number(row.rows),
      }));
    },
    async histogram(query, bounds) {
      const rows = await addressed(query, bounds, (source) => histogramSql(query, source));
      if (rows.length > query.limit) throw new MetricsError('too-many-cells', { cells: null, limit: query.limit });
      return rows.map(({ row, address }) => ({
        ...address,
        value: exact(Number(row.value)),
        rows: Number(row.rows),
      }));
    },
    async subjects(queries, bounds, page) {
      if (queries.length === 0) return { subjects: [], total: 0 };
      const params = queryParams();
      const matching = await matchingOf(queries, bounds, params);
      const total = await count(matching, params);
      const rows = await database.query(subjectsSql(matching, { params }, page), params.values);
      return { subjects: rows.map(({ subject }) => String(subject)), total };
    },
    async leads(queries, bounds, page) {
      const params = queryParams();
      const table = (await factsUnder(bounds)).table('leads');
      const matching = queries === null ? null : await matchingOf(queries, bounds, params);
      const total = await count(matching ?? `SELECT 1 FROM ${table} FINAL`, params);
      const rows = await database.query(leadsSql({ table, params }, matching, page), params.values);
      return { leads: rows.map((row): LeadFactRow => factRow('leads', row)), total };
    },
    async values(grain, column, bounds, limit) {
      const { table, hasExclusions } = await factsUnder(bounds);
      const rows = await database.query(valuesSql({ table: table(grain), hasExclusions }, column, limit));
      return rows.map((row) => ({ value: textOrNull(row.value), rows: Number(row.rows) }));
    },
    async facts(grain, bounds, page) {
      const params = queryParams();
      const table = (await factsUnder(bounds)).table(grain);
      const columns = Object.keys(factSchema[grain]);
      const total = await count(`SELECT 1 FROM ${table} FINAL`, params);
      const sql = factsSql({ table, params }, columns, { ...page, naming: naming[grain] });
      const rows = await database.query(sql, params.values);
      return { rows: rows.map((row) => factRow(grain, row)), total };
    },
    recordedLater,
  };
}

/** First days of the buckets that rows of a scope can fall into. */
async function bucketStarts(
  database: Database,
  { calendar, ...scope }: GroupedScope,
  source: FactSource,
): Promise<readonly number[]> {
  if (calendar === null || calendar.grain === 'day') return [];
  const { grain, rules } = calendar;
  const day = columnSql(dayColumn(scope.anchor));
  const all: GroupedScope = { ...scope, calendar: null, filters: [], where: [[]] };
  let { firstDay, lastDay } = scope;
  if (firstDay === null || lastDay === null) {
    const [row] = await database.query(
      `SELECT min(${day}) AS first, max(${day}) AS last FROM ${scopeSql(all, source)}`,
    );
    firstDay ??= numberOrNull(row?.first);
    lastDay ??= numberOrNull(row?.last);
    if (firstDay === null || lastDay === null) return [];
  }
  if (lastDay - firstDay < longSpanDays) {
    const starts = [bucketStart(firstDay, grain, rules)];
    for (let next = nextBucket(starts[0] as number, grain); next <= lastDay; next = nextBucket(next, grain))
      starts.push(next);
    return starts;
  }
  const rows = await database.query(`SELECT DISTINCT ${day} AS day FROM ${scopeSql(all, source)}`);
  const starts = new Set(rows.map((row) => bucketStart(Number(row.day), grain, rules)));
  return [...starts].sort((a, b) => a - b);
}

/** A row as folds say it, of the columns that it has. */
function factRow<G extends FactGrain>(grain: G, row: Row): FactRowOf<G> {
  const values = Object.entries(factSchema[grain]).flatMap(([name, kind]) => {
    if (!(name in row)) return [];
    const isText = kind === 'term' || kind === 'subject';
    return [[name, isText ? textOrNull(row[name]) : numberOrNull(row[name])]];
  });
  return Object.fromEntries(values) as FactRowOf<G>;
}

function textOrNull(value: Value | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function numberOrNull(value: Value | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

/** A sum comes as the text of a number of 128 bits. */
function exact(value: number): number {
  if (!Number.isSafeInteger(value)) throw new MetricsError('sum-too-large', { metric: 'amounts' });
  return value;
}
