import type { FactColumns } from '../facts/schema/fact-column.ts';
import { columnKind, type FactGrain, type FactRowOf, factSchema } from '../facts/schema/fact-schema.ts';
import { MetricsError } from '../metrics-error.ts';
import type {
  AmountQuery,
  FactReducer,
  GroupAddress,
  GroupedScope,
  HistogramQuery,
  LeadFactRow,
  LogBounds,
  Reduction,
  SubjectQuery,
  WaitingQuery,
} from '../plan/reduction.ts';
import type { Database, Row } from './connection.ts';
import { factsSql, leadsSql, recordedLaterSql, valuesSql } from './fact-pages-sql.ts';
import { type ColumnText, type FactSource, scopeTexts } from './fact-scope-sql.ts';
import type { FactTexts } from './fact-texts.ts';
import { amountsSql, histogramSql, reductionSql, waitingSql } from './reduction-sql.ts';
import { matchingSql, subjectsSql } from './subjects-sql.ts';

/** Where facts stand under bounds. */
export type FactPlace = Pick<FactSource, 'tables' | 'calendar' | 'hasExclusions'>;

/** What a reducer works with. */
interface ReducerParts {
  readonly texts: FactTexts;
  readonly factsUnder: (bounds: LogBounds) => Promise<FactPlace>;
}

/** Answers the queries of plans by one statement each over the tables of facts. */
export function createFactReducer(database: Database, { texts, factsUnder }: ReducerParts): FactReducer {
  async function sourceOf(
    { grain }: Pick<GroupedScope, 'grain'>,
    bounds: LogBounds,
    named: readonly ColumnText[],
  ): Promise<FactSource> {
    const place = await factsUnder(bounds);
    return { ...place, asOfMs: bounds.asOfMs, numberOf: await texts.numbers(grain, named) };
  }

  /** The rows of a statement, each with the address of its group and the texts of further columns. */
  async function addressed(query: GroupedScope, sql: string, further: Readonly<Record<string, string | null>> = {}) {
    const rows = await database.query(sql);
    const dimensions = query.dimensions.map((column, index) => ({ name: `d${index}`, column }));
    const others = Object.entries(further).flatMap(([name, column]) => (column === null ? [] : [{ name, column }]));
    const textOf = await texts.texts(query.grain, rows, [...dimensions, ...others]);
    return rows.map((row) => {
      const address: GroupAddress = {
        dimensions: dimensions.map(({ name, column }) => textOf(column, row[name])),
        bucket: query.calendar === null ? null : Number(row.bucket),
      };
      const text = (name: string) => textOf(further[name] ?? '', row[name]);
      return { row, address, text };
    });
  }

  /** SQL of the numbers of the subjects behind queries, each once. */
  async function matchingOf(queries: readonly SubjectQuery[], bounds: LogBounds): Promise<string> {
    return matchingSql(
      await inOrder(queries, async (query) => {
        const named = [...scopeTexts(query, query.rows), ...addressTexts(query)];
        return { query, source: await sourceOf(query, bounds, named) };
      }),
    );
  }

  /** Rows as folds say them, of the columns that they have. */
  async function factRows<G extends FactGrain>(grain: G, rows: readonly Row[]): Promise<readonly FactRowOf<G>[]> {
    const columns = Object.entries(factSchema[grain] as FactColumns).filter(
      ([name]) => rows[0] !== undefined && name in rows[0],
    );
    const asTexts = columns.filter(([, kind]) => kind === 'term' || kind === 'subject');
    const textOf = await texts.texts(
      grain,
      rows,
      asTexts.map(([column]) => ({ name: column, column })),
    );
    const isText = new Set(asTexts.map(([column]) => column));
    return rows.map((row) => {
      const values = columns.map(([name]) => [
        name,
        isText.has(name) ? textOf(name, row[name]) : numberOrNull(row[name]),
      ]);
      return Object.fromEntries(values) as FactRowOf<G>;
    });
  }

  async function leadRows(rows: readonly Row[]): Promise<readonly LeadFactRow[]> {
    const facts = await factRows('leads', rows);
    return facts.map((fact, index) => ({ ...fact, lead: String(rows[index]?.subject) }));
  }

  return {
    async reduce(query: Reduction, bounds) {
      const named = scopeTexts(query, ...query.aggregates.map(({ where }) => where));
      const rows = await addressed(query, reductionSql(query, await sourceOf(query, bounds, named)));
      return rows.map(({ row, address }) => ({
        ...address,
        excluded: Number(row.excluded ?? 0),
        values: query.aggregates.map(({ kind }, index) => {
          const value = numberOrNull(row[`a${index}`]);
          return kind === 'sum' ? exact(value) : value;
        }),
      }));
    },
    async amounts(query: AmountQuery, bounds) {
      const home: ColumnText = [query.currency, query.home];
      const source = await sourceOf(query, bounds, [...scopeTexts(query, query.amounts), home]);
      const rows = await addressed(query, amountsSql(query, source), { currency: query.currency });
      return rows.map(({ row, address, text }) => ({
        ...address,
        currency: text('currency'),
        day: numberOrNull(row.day),
        amount: exact(Number(row.amount)) ?? 0,
      }));
    },
    async waiting(query: WaitingQuery, bounds) {
      const source = await sourceOf(query, bounds, scopeTexts(query, query.waiting));
      const rows = await addressed(query, waitingSql(query, source), { end: query.end });
      return rows.map(({ row, address, text }) => ({
        ...address,
        ended: row.ended === true,
        end: query.end === null ? null : text('end'),
        days: Number(row.days),
        rows: Number(row.rows),
      }));
    },
    async histogram(query: HistogramQuery, bounds) {
      const source = await sourceOf(query, bounds, scopeTexts(query, query.rows));
      const rows = await addressed(query, histogramSql(query, source));
      if (rows.length > query.limit) throw new MetricsError('too-many-cells', { cells: null, limit: query.limit });
      return rows.map(({ row, address }) => ({
        ...address,
        value: exact(Number(row.value)) ?? 0,
        rows: Number(row.rows),
      }));
    },
    async subjects(queries: readonly SubjectQuery[], bounds, page) {
      if (queries.length === 0) return { subjects: [], total: 0 };
      const rows = await database.query(subjectsSql(await matchingOf(queries, bounds), page.limit), [page.after]);
      const [first, ...subjects] = rows;
      return {
        subjects: subjects.map(({ subject }) => String(subject)),
        total: Number(first?.total ?? 0),
      };
    },
    async leads(queries, bounds, page) {
      const place = await factsUnder(bounds);
      const matching = queries === null ? null : await matchingOf(queries, bounds);
      const rows = await database.query(leadsSql(place, matching, page), [page.after?.lead ?? null]);
      const [count] = await database.query(
        `SELECT count(*) AS n FROM ${matching === null ? place.tables.leads : `(${matching})`}`,
      );
      return { leads: await leadRows(rows), total: Number(count?.n) };
    },
    async values(grain, column, bounds, limit) {
      const isSubject = columnKind(grain, column) === 'subject';
      const dictionary = isSubject ? { table: 'subjects', column: 'subject' } : { table: 'terms', column: 'term' };
      const rows = await database.query(valuesSql(await factsUnder(bounds), { grain, column, limit }, dictionary));
      return rows.map(({ value, rows: count }) => ({
        value: value == null ? null : String(value),
        rows: Number(count),
      }));
    },
    async facts(grain, bounds, page) {
      const { tables } = await factsUnder(bounds);
      const rows = await database.query(factsSql({ tables }, grain, page.limit), [page.after]);
      const [count] = await database.query(`SELECT count(*) AS n FROM ${tables[grain]}`);
      return { rows: await factRows(grain, rows), total: Number(count?.n) };
    },
    async recordedLater(bounds) {
      const [row] = await database.query(recordedLaterSql(bounds));
      return Number(row?.n);
    },
  };
}

function addressTexts({ address, dimensions }: SubjectQuery): readonly ColumnText[] {
  return dimensions.flatMap((column, index) => {
    const text = address?.dimensions[index] ?? null;
    return text === null ? [] : [[column, text] as const];
  });
}

function numberOrNull(value: Row[string] | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

/** A sum comes as a number of 128 bits. */
function exact(value: number | null): number | null {
  if (value !== null && !Number.isSafeInteger(value)) throw new MetricsError('sum-too-large', { metric: 'amounts' });
  return value;
}

async function inOrder<A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<readonly B[]> {
  const results: B[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
