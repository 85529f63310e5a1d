import { dayColumn } from '../facts/schema/fact-column.ts';
import type { AmountQuery, FactAggregate, GroupedScope, HistogramQuery, WaitingQuery } from '../plan/reduction.ts';
import type { RowTest } from '../plan/row-test.ts';
import { addressColumns, type FactSource, keptSql, scopeSql } from './fact-scope-sql.ts';
import { columnSql, rowTestSql, rowValueSql } from './row-test-sql.ts';
import { whole } from './sql-text.ts';

const dayMs = 86_400_000;

/** A column that a scan computes of a group. */
export type ScanColumn =
  | { readonly sql: string }
  /** A quantile of a value: those of one value are computed together. */
  | { readonly quantileOf: string; readonly p: number };

/**
 * SQL of the groups of a scope, computed in one scan: their address, `excluded`, and the columns that are asked for:
 * `a0`, `a1`, …
 */
export function scanSql(scope: GroupedScope, wanted: readonly ScanColumn[], source: FactSource): string {
  const address = addressColumns(scope);
  const excluded = source.hasExclusions ? [`count(*) FILTER (${columnSql('excluded')} IS NOT NULL) AS excluded`] : [];
  const columns = wanted.map((column, index) => `${scanColumnSql(column, wanted)} AS a${index}`);
  // The rows of an address are counted where nothing else is, so that it shows that there are some.
  const select = [...address, ...excluded, ...(excluded.length + columns.length === 0 ? ['count(*)'] : columns)];
  return `SELECT ${select.join(', ')} FROM ${scopeSql(scope, source)}${groupBy(address.length)}`;
}

function scanColumnSql(column: ScanColumn, all: readonly ScanColumn[]): string {
  if ('sql' in column) return column.sql;
  const { quantileOf, p } = column;
  const ps = [...new Set(all.flatMap((one) => ('sql' in one || one.quantileOf !== quantileOf ? [] : [one.p])))];
  if (ps.length === 1) return `quantile_cont(${quantileOf}, ${share(p)})`;
  return `quantile_cont(${quantileOf}, [${ps.map(share).join(', ')}])[${ps.indexOf(p) + 1}]`;
}

/** SQL of the sum of the amounts in the home currency; NULL where there are none. */
export function homeAmountColumn(query: AmountQuery, source: FactSource): ScanColumn {
  const home = `${columnSql(query.currency)} = ${whole(source.numberOf(query.currency, query.home))}`;
  return { sql: `sum(${valueWhereSql(rowValueSql(query.value, source), query.amounts, source, home)})` };
}

/** SQL of the amounts in other currencies, by currency and local day: `a0`, `a1`, … for queries that differ in what is summed. */
export function foreignAmountsSql(queries: readonly AmountQuery[], source: FactSource): string {
  const [query] = queries as readonly [AmountQuery];
  const currency = columnSql(query.currency);
  const home = whole(source.numberOf(query.currency, query.home));
  const address = addressColumns(query);
  const values = [...new Set(queries.map(({ value }) => rowValueSql(value, source)))];
  const conditions = [
    `(${currency} <> ${home} OR ${currency} IS NULL)`,
    `(${values.map((value) => `${value} IS NOT NULL`).join(' OR ')})`,
  ];
  const sums = queries.map(
    ({ value, amounts }, index) => `sum(${valueWhereSql(rowValueSql(value, source), amounts, source)}) AS a${index}`,
  );
  const columns = [...address, `${currency} AS currency`, `${columnSql(dayColumn(query.rateAt))} AS day`];
  return `SELECT ${[...columns, ...sums].join(', ')}
      FROM ${scopeSql(query, source)} AND ${conditions.join(' AND ')}${groupBy(columns.length)}`;
}

/** SQL of the histogram of days until an end, or until as-of. */
export function waitingSql(query: WaitingQuery, source: FactSource): string {
  const from = columnSql(query.from);
  const to = columnSql(query.to);
  const asOf = whole(Math.min(source.asOfMs, 8.64e15));
  const end =
    query.end === null ? 'NULL::INTEGER' : `CASE WHEN ${to} IS NULL THEN NULL ELSE ${columnSql(query.end)} END`;
  const days = `CASE WHEN ${to} IS NULL THEN greatest(0, ${asOf} - ${from}) // ${dayMs}
        ELSE (greatest(0, ${to} - ${from}) + ${dayMs - 1}) // ${dayMs} END`;
  const columns = [
    ...addressColumns(query),
    `(${to} IS NOT NULL)::INTEGER AS ended`,
    `${end} AS text`,
    `${days} AS days`,
  ];
  return `SELECT ${columns.join(', ')}, count(*) AS "rows"
      FROM ${scopeSql(query, source)} AND ${countedSql(query.waiting, source, `${from} IS NOT NULL`)}${groupBy(columns.length)}`;
}

/** SQL of how many rows have which value, one entry more than is wanted at most. */
export function histogramSql(query: HistogramQuery, source: FactSource): string {
  const value = rowValueSql(query.value, source);
  const columns = [...addressColumns(query), `${value} AS value`];
  return `SELECT ${columns.join(', ')}, count(*) AS "rows"
      FROM ${scopeSql(query, source)} AND ${countedSql(query.rows, source, `${value} IS NOT NULL`)}${groupBy(columns.length)}
      LIMIT ${whole(query.limit + 1)}`;
}

/** Condition of the rows that no exclusion takes out and a test holds for. */
function countedSql(test: RowTest, source: FactSource, ...more: readonly string[]): string {
  const kept = keptSql(source);
  return [`(${rowTestSql(test, source)})`, ...(kept === null ? [] : [kept]), ...more].join(' AND ');
}

function groupBy(columns: number): string {
  if (columns === 0) return '';
  return ` GROUP BY ${Array.from({ length: columns }, (_, index) => index + 1).join(', ')}`;
}

/** What a scan computes for an aggregate. */
export function aggregateColumn(aggregate: FactAggregate, source: FactSource): ScanColumn {
  const { where } = aggregate;
  switch (aggregate.kind) {
    case 'count':
      return { sql: countSql(where, source) };
    case 'distinct':
      return { sql: `count(DISTINCT ${valueWhereSql(columnSql(aggregate.column), where, source)})` };
    case 'sum':
      return { sql: `coalesce(sum(${valueWhereSql(rowValueSql(aggregate.value, source), where, source)}), 0)` };
    case 'latest':
      return { sql: `max(${valueWhereSql(columnSql(aggregate.column), where, source)})` };
    case 'quantile':
      return { quantileOf: valueWhereSql(rowValueSql(aggregate.value, source), where, source), p: aggregate.p };
  }
}

/** A number in [0, 1] as a literal. */
function share(p: number): string {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is not in [0, 1].`);
  return String(p);
}

/** A plain count of a column is what one would write by hand. */
function countSql(where: RowTest, source: FactSource): string {
  const [first, ...others] = where;
  if (first === undefined) return '0';
  const [atom, ...more] = first;
  const isPlain = keptSql(source) === null && others.length === 0 && more.length === 0;
  if (isPlain && atom?.kind === 'has' && atom.is) return `count(${columnSql(atom.column)})`;
  const condition = conditionSql(where, source);
  return condition === null ? 'count(*)' : `count(CASE WHEN ${condition} THEN 1 END)`;
}

/**
 * SQL of a value that is NULL in rows that do not count, which aggregates pass over. With FILTER the database would cut
 * all columns of the scan for each of them.
 */
function valueWhereSql(value: string, where: RowTest, source: FactSource, ...more: readonly string[]): string {
  const condition = conditionSql(where, source, ...more);
  return condition === null ? value : `CASE WHEN ${condition} THEN ${value} END`;
}

/** SQL of whether a row counts; `null` where each does. */
function conditionSql(where: RowTest, source: FactSource, ...more: readonly string[]): string | null {
  const test = rowTestSql(where, source);
  const kept = keptSql(source);
  const conditions = [...(test === 'TRUE' ? [] : [`(${test})`]), ...(kept === null ? [] : [kept]), ...more];
  return conditions.length === 0 ? null : conditions.join(' AND ');
}
