import type { FactColumns } from '../facts/schema/fact-column.ts';
import { columnKind, type FactGrain, type FactRowOf, factSchema } from '../facts/schema/fact-schema.ts';
import type { FactReducer, LeadFactRow, LogBounds, SubjectQuery } from '../plan/reduction.ts';
import { createBatches } from '../store/batches.ts';
import { type ColumnText, scopeTexts } from '../store/scope-texts.ts';
import { sharedScans } from '../store/shared-scans.ts';
import type { Database, Row } from './connection.ts';
import { factsSql, laterImportsSql, leadsSql, recordedLaterSql, valuesSql } from './fact-pages-sql.ts';
import { numberOrNull, type ReducerParts, reducerReading } from './reducer-reading.ts';
import { scanEngine } from './scan-engine.ts';
import { spreadQueries } from './spread-queries.ts';
import { matchingSql, subjectsSql } from './subjects-sql.ts';

export type { FactPlace } from './reducer-reading.ts';

/**
 * Answers the queries of plans over the tables of facts. What is asked at once of the same rows is answered by one
 * statement.
 */
export function createFactReducer(database: Database, parts: ReducerParts): FactReducer {
  const { texts, factsUnder } = parts;
  const reading = reducerReading(database, parts);
  const batches = createBatches();

  /** SQL of the numbers of the subjects behind queries, each once. */
  async function matchingOf(queries: readonly SubjectQuery[], bounds: LogBounds): Promise<string> {
    return matchingSql(
      await inOrder(queries, async (query) => {
        const named = [...scopeTexts(query, query.rows), ...addressTexts(query)];
        return { query, source: await reading.sourceOf(query.grain, bounds, named) };
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
    takesManyAtOnce: true,
    ...sharedScans(scanEngine(reading), batches),
    ...spreadQueries(reading, batches),
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
      const imports = await database.query(laterImportsSql(bounds));
      if (imports.length === 0) return 0;
      const numbers = imports.map(({ number }) => Number(number));
      const [row] = await database.query(recordedLaterSql(bounds, numbers));
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

async function inOrder<A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<readonly B[]> {
  const results: B[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
