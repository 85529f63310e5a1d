import { columnKind, type FactGrain, type FactRowOf, factSchema } from '../facts/schema/fact-schema.ts';
import type { FactReducer, LeadFactRow, LogBounds, SubjectQuery } from '../plan/reduction.ts';
import { createBatches } from '../store/batches.ts';
import { sharedScans } from '../store/shared-scans.ts';
import type { Database, Row, Value } from './connection.ts';
import { factsSql, leadsSql, matchingSql, subjectsSql, valuesSql } from './fact-pages-sql.ts';
import type { FactSource } from './fact-scope-sql.ts';
import { type QueryParams, queryParams } from './query-params.ts';
import { type FactPlace, reducerReading } from './reducer-reading.ts';
import { scanEngine } from './scan-engine.ts';
import { spreadQueries } from './spread-queries.ts';

export type { FactPlace } from './reducer-reading.ts';

/** What a reducer works with. */
interface ReducerParts {
  readonly factsUnder: (bounds: LogBounds) => Promise<FactPlace>;
  readonly recordedLater: FactReducer['recordedLater'];
}

/** Column that names what a row of a grain is about. */
const naming = { leads: 'lead', opportunities: 'opportunity', companies: 'company' } as const;

/**
 * Answers the queries of plans over the tables of facts. What is asked at once of the same rows is answered by one
 * statement.
 */
export function createFactReducer(database: Database, { factsUnder, recordedLater }: ReducerParts): FactReducer {
  const reading = reducerReading(database, factsUnder);
  const batches = createBatches();

  async function matchingOf(queries: readonly SubjectQuery[], bounds: LogBounds, params: QueryParams) {
    const parts: { readonly query: SubjectQuery; readonly source: FactSource }[] = [];
    // Behind a number of companies there are no leads: their rows have none.
    for (const query of queries.filter(({ grain, column }) => columnKind(grain, column) !== undefined))
      parts.push({ query, source: { ...(await reading.sourceOf(query.grain, bounds)), params } });
    return matchingSql(parts.map(({ query, source }) => ({ query, source })));
  }

  async function count(sql: string, params: QueryParams): Promise<number> {
    const [row] = await database.query(`SELECT count() AS n FROM (${sql})`, params.values);
    return Number(row?.n ?? 0);
  }

  return {
    takesManyAtOnce: true,
    ...sharedScans(scanEngine(reading), batches),
    ...spreadQueries(reading, batches),
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
