import { dayColumn } from '../facts/schema/fact-column.ts';
import type { AmountQuery, FactAggregate, GroupedScope, HistogramQuery, WaitingQuery } from '../plan/reduction.ts';
import type { RowTest } from '../plan/row-test.ts';
import { addressColumns, type FactSource, keptSql, scopeSql } from './fact-scope-sql.ts';
import { columnSql, instant, rowTestSql } from './row-test-sql.ts';
import { rowValueSql } from './row-value-sql.ts';
import { integer } from './sql-text.ts';

const dayMs = 86_400_000;

/** A column that a scan computes of a group. */
export type ScanColumn =
  | { readonly sql: string }
  /** A quantile of a value where a condition holds: those of one value are computed together. */
  | { readonly quantileOf: string; readonly p: number };

/**
 * SQL of the groups of a scope, computed in one scan: their address, `excluded`, and the columns that are asked for:
 * `a0`, `a1`, …
 */
export function scanSql(scope: GroupedScope, wanted: readonly ScanColumn[], source: FactSource): string {
  const address = addressColumns(scope, source);
  const excluded = source.hasExclusions ? [`countIf(${columnSql('excluded')} IS NOT NULL) AS excluded`] : [];
  const columns = computed(wanted).columns.map(({ sql, name }) => `${sql} AS ${name}`);
  // The rows of an address are counted where nothing else is, so that it shows that there are some.
  const select = [...address, ...excluded, ...(excluded.length + columns.length === 0 ? ['count()'] : columns)];
  return `SELECT ${select.join(', ')} FROM ${scopeSql(scope, source)}${groupBy(address.length, scope)}`;
}

/** Where a column that was asked for stands in an answer: in a list of its own where there is one. */
export interface ScanPlace {
  readonly name: string;
  readonly item: number | null;
}

/** Where the columns of `scanSql` stand. */
export function scanPlaces(wanted: readonly ScanColumn[]): readonly ScanPlace[] {
  return computed(wanted).places;
}

/** The columns of a statement: quantiles of one value are one column, a list. */
function computed(wanted: readonly ScanColumn[]) {
  const quantiles = new Map<string, { readonly name: string; readonly ps: number[] }>();
  const plain: { readonly name: string; readonly sql: string }[] = [];
  const places = wanted.map((column, index): ScanPlace => {
    if ('sql' in column) {
      plain.push({ name: `a${index}`, sql: column.sql });
      return { name: `a${index}`, item: null };
    }
    const { quantileOf, p } = column;
    const known = quantiles.get(quantileOf) ?? { name: `q${quantiles.size}`, ps: [] };
    quantiles.set(quantileOf, known);
    if (!known.ps.includes(p)) known.ps.push(p);
    return { name: known.name, item: known.ps.indexOf(p) };
  });
  const lists = [...quantiles].map(([of, { name, ps }]) => ({
    name,
    // Of no values it is not a number.
    sql: `quantilesExactInclusiveIf(${ps.map(share).join(', ')})(${of})`,
  }));
  return { columns: [...plain, ...lists], places };
}

/** What a scan computes for an aggregate. */
export function aggregateColumn(aggregate: FactAggregate, source: FactSource): ScanColumn {
  const condition = conditionSql(aggregate.where, source);
  switch (aggregate.kind) {
    case 'count':
      if (condition === '0') return { sql: '0' };
      return { sql: condition === '1' ? 'count()' : `countIf(${condition})` };
    case 'distinct':
      return { sql: `uniqExactIf(${columnSql(aggregate.column)}, ${condition})` };
    case 'sum':
      // Nothing is added where no row has the value: then the sum is NULL.
      return { sql: `ifNull(sumIf(toInt128(${rowValueSql(aggregate.value, source)}), ${condition}), 0)` };
    case 'latest': {
      const column = columnSql(aggregate.column);
      return { sql: condition === '1' ? `max(${column})` : `maxIf(${column}, ${condition})` };
    }
    case 'quantile':
      return { quantileOf: `${rowValueSql(aggregate.value, source)}, ${condition}`, p: aggregate.p };
  }
}

/** The sum of the amounts in the home currency; NULL where there are none. */
export function homeAmountColumn(query: AmountQuery, source: FactSource): ScanColumn {
  const home = `${columnSql(query.currency)} = ${source.params.bind(query.home, 'String')}`;
  const condition = allOf(conditionSql(query.amounts, source), home);
  return { sql: `sumIf(toInt128(${rowValueSql(query.value, source)}), ${condition})` };
}

/** SQL of the amounts in other currencies, by currency and local day: `a0`, `a1`, … for queries that differ in what is summed. */
export function foreignAmountsSql(queries: readonly AmountQuery[], source: FactSource): string {
  const [query] = queries as readonly [AmountQuery];
  const currency = columnSql(query.currency);
  const address = addressColumns(query, source);
  const values = [...new Set(queries.map(({ value }) => rowValueSql(value, source)))];
  const conditions = [
    `ifNull(${currency} <> ${source.params.bind(query.home, 'String')}, 1)`,
    `(${values.map((value) => `${value} IS NOT NULL`).join(' OR ')})`,
  ];
  const sums = queries.map(
    ({ value, amounts }, index) =>
      `sumIf(toInt128(${rowValueSql(value, source)}), ${conditionSql(amounts, source)}) AS a${index}`,
  );
  const columns = [...address, `${currency} AS currency`, `${columnSql(dayColumn(query.rateAt))} AS day`, ...sums];
  return `SELECT ${columns.join(', ')}
      FROM ${scopeSql(query, source)} AND ${conditions.join(' AND ')}${groupBy(address.length, query, 'currency', 'day')}`;
}

/** SQL of the histogram of days until an end, or until as-of. */
export function waitingSql(query: WaitingQuery, source: FactSource): string {
  const from = columnSql(query.from);
  const to = columnSql(query.to);
  // Open ones are of whole days that are over, ended ones of days that have begun. One division is enough for both.
  const waitedMs = `ifNull(${to}, toInt64(${integer(instant(source.asOfMs))})) - assumeNotNull(${from})`;
  const days = `intDiv(greatest(0, ${waitedMs}) + if(${to} IS NULL, 0, ${dayMs - 1}), ${dayMs})`;
  const end = query.end === null ? [] : [`if(${to} IS NULL, NULL, ${columnSql(query.end)}) AS end`];
  const address = addressColumns(query, source);
  const columns = [...address, `${to} IS NOT NULL AS ended`, ...end, `${days} AS days`, 'count() AS rows'];
  return `SELECT ${columns.join(', ')}
      FROM ${scopeSql(query, source)} AND ${countedSql(query.waiting, source, `${from} IS NOT NULL`)}${groupBy(address.length, query, 'ended', 'days', ...end.map(() => 'end'))}`;
}

/** SQL of how many rows have which value, one entry more than is wanted at most. */
export function histogramSql(query: HistogramQuery, source: FactSource): string {
  const value = rowValueSql(query.value, source);
  const address = addressColumns(query, source);
  return `SELECT ${[...address, `${value} AS value`, 'count() AS rows'].join(', ')}
      FROM ${scopeSql(query, source)} AND ${countedSql(query.rows, source, `${value} IS NOT NULL`)}${groupBy(address.length, query, 'value')}
      LIMIT ${integer(query.limit + 1)}`;
}

/** Condition of the rows that no exclusion takes out and a test holds for. */
function countedSql(test: RowTest, source: FactSource, ...more: readonly string[]): string {
  return [conditionSql(test, source), ...more].join(' AND ');
}

/** GROUP BY of the columns of an address, by their names, and others. */
function groupBy(columns: number, { calendar }: Pick<GroupedScope, 'calendar'>, ...others: readonly string[]): string {
  if (columns + others.length === 0) return '';
  const dimensions = Array.from({ length: calendar === null ? columns : columns - 1 }, (_, index) => `d${index}`);
  return ` GROUP BY ${[...dimensions, ...(calendar === null ? [] : ['bucket']), ...others].join(', ')}`;
}

/** A number in [0, 1] as a literal. */
function share(p: number): string {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is not in [0, 1].`);
  return String(p);
}

/** Condition that a row counts: `1` for all rows. */
function conditionSql(where: RowTest, source: FactSource): string {
  const test = rowTestSql(where, source);
  const kept = keptSql(source);
  return kept === null || test === '0' ? bracketed(test) : allOf(test, kept);
}

function allOf(test: string, more: string): string {
  return test === '1' ? more : `${bracketed(test)} AND ${more}`;
}

function bracketed(test: string): string {
  return test === '0' || test === '1' ? test : `(${test})`;
}
