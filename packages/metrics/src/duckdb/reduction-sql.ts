import { dayColumn } from '../facts/schema/fact-column.ts';
import type { AmountQuery, FactAggregate, HistogramQuery, Reduction, WaitingQuery } from '../plan/reduction.ts';
import type { RowTest } from '../plan/row-test.ts';
import { addressColumns, type FactSource, keptSql, scopeSql } from './fact-scope-sql.ts';
import { columnSql, rowTestSql, rowValueSql } from './row-test-sql.ts';
import { whole } from './sql-text.ts';

const dayMs = 86_400_000;

/** SQL of the groups of a reduction: their address, `excluded`, one column an aggregate: `a0`, `a1`, … */
export function reductionSql(query: Reduction, source: FactSource): string {
  const address = addressColumns(query);
  const excluded = source.hasExclusions ? [`count(*) FILTER (${columnSql('excluded')} IS NOT NULL) AS excluded`] : [];
  const shares = sharedQuantiles(query.aggregates);
  const aggregates = query.aggregates.map(
    (aggregate, index) => `${aggregateSql(aggregate, source, shares.get(aggregate))} AS a${index}`,
  );
  // The rows of an address are counted where nothing else is, so that it shows that there are some.
  const select = [...address, ...excluded, ...(excluded.length + aggregates.length === 0 ? ['count(*)'] : aggregates)];
  return `SELECT ${select.join(', ')} FROM ${scopeSql(query, source)}${groupBy(address.length)}`;
}

/** SQL of amounts by currency, and by local day for those that are not in the home currency. */
export function amountsSql(query: AmountQuery, source: FactSource): string {
  const currency = columnSql(query.currency);
  const value = rowValueSql(query.value, source);
  const home = source.numberOf(query.currency, query.home);
  const day = `CASE WHEN ${currency} = ${whole(home)} THEN NULL ELSE ${columnSql(dayColumn(query.rateAt))} END`;
  const columns = [...addressColumns(query), `${currency} AS currency`, `${day} AS day`];
  return `SELECT ${columns.join(', ')}, sum(${value}) AS amount
      FROM ${scopeSql(query, source)} AND ${countedSql(query.amounts, source, `${value} IS NOT NULL`)}${groupBy(columns.length)}`;
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
  const columns = [...addressColumns(query), `${to} IS NOT NULL AS ended`, `${end} AS "end"`, `${days} AS days`];
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

/** Quantiles of the same values: the database sorts or selects them once. */
interface SharedQuantiles {
  readonly ps: readonly number[];
}

function sharedQuantiles(aggregates: readonly FactAggregate[]): ReadonlyMap<FactAggregate, SharedQuantiles> {
  const byValues = new Map<string, (FactAggregate & { readonly kind: 'quantile' })[]>();
  for (const aggregate of aggregates) {
    if (aggregate.kind !== 'quantile') continue;
    const key = JSON.stringify([aggregate.value, aggregate.where]);
    const known = byValues.get(key);
    if (known === undefined) byValues.set(key, [aggregate]);
    else known.push(aggregate);
  }
  const shares = new Map<FactAggregate, SharedQuantiles>();
  for (const those of byValues.values()) {
    const ps = [...new Set(those.map(({ p }) => p))];
    if (ps.length > 1) for (const aggregate of those) shares.set(aggregate, { ps });
  }
  return shares;
}

function aggregateSql(aggregate: FactAggregate, source: FactSource, shared: SharedQuantiles | undefined): string {
  const filter = filterSql(aggregate.where, source);
  switch (aggregate.kind) {
    case 'count':
      return countSql(aggregate.where, filter, source);
    case 'distinct':
      return `count(DISTINCT ${columnSql(aggregate.column)})${filter}`;
    case 'sum':
      return `coalesce(sum(${rowValueSql(aggregate.value, source)})${filter}, 0)`;
    case 'latest':
      return `max(${columnSql(aggregate.column)})${filter}`;
    case 'quantile': {
      const value = rowValueSql(aggregate.value, source);
      if (shared === undefined) return `quantile_cont(${value}, ${share(aggregate.p)})${filter}`;
      return `(quantile_cont(${value}, [${shared.ps.map(share).join(', ')}])${filter})[${shared.ps.indexOf(aggregate.p) + 1}]`;
    }
  }
}

/** A number in [0, 1] as a literal. */
function share(p: number): string {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is not in [0, 1].`);
  return String(p);
}

/** A plain count of a column is what one would write by hand, and quicker than a filter. */
function countSql(where: RowTest, filter: string, source: FactSource): string {
  const [first, ...others] = where;
  if (first === undefined) return '0';
  const [atom, ...more] = first;
  const isPlain = keptSql(source) === null && others.length === 0 && more.length === 0;
  if (isPlain && atom?.kind === 'has' && atom.is) return `count(${columnSql(atom.column)})`;
  return `count(*)${filter}`;
}

function filterSql(where: RowTest, source: FactSource): string {
  const test = rowTestSql(where, source);
  const kept = keptSql(source);
  const conditions = [
    ...(test === 'TRUE' ? [] : [kept === null ? test : `(${test})`]),
    ...(kept === null ? [] : [kept]),
  ];
  return conditions.length === 0 ? '' : ` FILTER (${conditions.join(' AND ')})`;
}
