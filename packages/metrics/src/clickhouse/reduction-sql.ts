import { dayColumn } from '../facts/schema/fact-column.ts';
import type { AmountQuery, FactAggregate, HistogramQuery, Reduction, WaitingQuery } from '../plan/reduction.ts';
import type { RowTest } from '../plan/row-test.ts';
import { addressColumns, type FactSource, keptSql, scopeSql } from './fact-scope-sql.ts';
import { columnSql, instant, rowTestSql } from './row-test-sql.ts';
import { floorDivideSql, rowValueSql } from './row-value-sql.ts';
import { integer } from './sql-text.ts';

const dayMs = 86_400_000;

/** SQL of the groups of a reduction: their address, `excluded`, one column an aggregate: `a0`, `a1`, … */
export function reductionSql(query: Reduction, source: FactSource): string {
  const address = addressColumns(query, source);
  const excluded = source.hasExclusions ? `countIf(${columnSql('excluded')} IS NOT NULL)` : '0';
  const quantiles = sharedQuantiles(query.aggregates);
  const aggregates = query.aggregates.map(
    (aggregate, index) => `${aggregateSql(aggregate, source, quantiles)} AS a${index}`,
  );
  const select = [...address, `${excluded} AS excluded`, ...aggregates];
  return `SELECT ${select.join(', ')} FROM ${scopeSql(query, source)}${groupBy(query, address.length)}`;
}

/** SQL of amounts by currency, and by local day for those that are not in the home currency. */
export function amountsSql(query: AmountQuery, source: FactSource): string {
  const currency = columnSql(query.currency);
  const value = rowValueSql(query.value, source);
  const home = source.params.bind(query.home, 'String');
  const day = `if(ifNull(${currency} = ${home}, 0), NULL, ${columnSql(dayColumn(query.rateAt))}) AS day`;
  const address = addressColumns(query, source);
  const columns = [...address, `${currency} AS currency`, day];
  return `SELECT ${columns.join(', ')}, toString(sum(toInt128(${value}))) AS amount
      FROM ${scopeSql(query, source)} AND ${countedSql(query.amounts, source, `${value} IS NOT NULL`)} GROUP BY ${names(address.length, query.calendar !== null, 'currency', 'day')}`;
}

/** SQL of the histogram of days until an end, or until as-of. */
export function waitingSql(query: WaitingQuery, source: FactSource): string {
  const from = columnSql(query.from);
  const to = columnSql(query.to);
  const asOf = integer(instant(source.asOfMs));
  const end =
    query.end === null ? "CAST(NULL, 'Nullable(String)')" : `if(${to} IS NULL, NULL, ${columnSql(query.end)})`;
  const open = floorDivideSql(`greatest(0, ${asOf} - ${from})`, dayMs);
  const closed = floorDivideSql(`(greatest(0, ${to} - ${from}) + ${dayMs - 1})`, dayMs);
  const address = addressColumns(query, source);
  const columns = [
    ...address,
    `${to} IS NOT NULL AS ended`,
    `${end} AS end`,
    `if(${to} IS NULL, ${open}, ${closed}) AS days`,
  ];
  return `SELECT ${columns.join(', ')}, count() AS rows
      FROM ${scopeSql(query, source)} AND ${countedSql(query.waiting, source, `${from} IS NOT NULL`)} GROUP BY ${names(address.length, query.calendar !== null, 'ended', 'end', 'days')}`;
}

/** SQL of how many rows have which value, one entry more than is wanted at most. */
export function histogramSql(query: HistogramQuery, source: FactSource): string {
  const value = rowValueSql(query.value, source);
  const address = addressColumns(query, source);
  return `SELECT ${[...address, `toString(${value}) AS value`].join(', ')}, count() AS rows
      FROM ${scopeSql(query, source)} AND ${countedSql(query.rows, source, `${value} IS NOT NULL`)} GROUP BY ${names(address.length, query.calendar !== null, 'value')}
      LIMIT ${integer(query.limit + 1)}`;
}

/** Condition of the rows that no exclusion takes out and a test holds for. */
function countedSql(test: RowTest, source: FactSource, ...more: readonly string[]): string {
  const kept = keptSql(source);
  return [`(${rowTestSql(test, source)})`, ...(kept === null ? [] : [kept]), ...more].join(' AND ');
}

function groupBy({ calendar }: Pick<Reduction, 'calendar'>, columns: number): string {
  return columns === 0 ? '' : ` GROUP BY ${names(columns, calendar !== null)}`;
}

/** Names of the columns of an address, and others. */
function names(columns: number, hasBucket: boolean, ...others: readonly string[]): string {
  const dimensions = Array.from({ length: hasBucket ? columns - 1 : columns }, (_, index) => `d${index}`);
  return [...dimensions, ...(hasBucket ? ['bucket'] : []), ...others].join(', ');
}

/** Quantiles of the same values: the database collects them once. */
type SharedQuantiles = ReadonlyMap<string, readonly number[]>;

function sharedQuantiles(aggregates: readonly FactAggregate[]): SharedQuantiles {
  const shared = new Map<string, number[]>();
  for (const aggregate of aggregates) {
    if (aggregate.kind !== 'quantile') continue;
    const known = shared.get(valuesKey(aggregate));
    if (known === undefined) shared.set(valuesKey(aggregate), [aggregate.p]);
    else if (!known.includes(aggregate.p)) known.push(aggregate.p);
  }
  return shared;
}

function valuesKey({ value, where }: Pick<FactAggregate & { readonly kind: 'quantile' }, 'value' | 'where'>): string {
  return JSON.stringify([value, where]);
}

function aggregateSql(aggregate: FactAggregate, source: FactSource, quantiles: SharedQuantiles): string {
  const condition = conditionSql(aggregate.where, source);
  switch (aggregate.kind) {
    case 'count':
      return condition === '1' ? 'count()' : `countIf(${condition})`;
    case 'distinct':
      return `uniqExactIf(${columnSql(aggregate.column)}, ${condition})`;
    case 'sum':
      // Nothing is added where no row has the value: then the sum is NULL.
      return `toString(ifNull(sumIf(toInt128(${rowValueSql(aggregate.value, source)}), ${condition}), 0))`;
    case 'latest':
      return `maxIf(${columnSql(aggregate.column)}, ${condition})`;
    case 'quantile': {
      const value = rowValueSql(aggregate.value, source);
      const ps = quantiles.get(valuesKey(aggregate)) ?? [aggregate.p];
      // Of no values it is not a number, which is written as null.
      return `quantilesExactInclusiveIf(${ps.map(share).join(', ')})(${value}, ${condition})[${ps.indexOf(aggregate.p) + 1}]`;
    }
  }
}

/** A number in [0, 1] as a literal. */
function share(p: number): string {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is not in [0, 1].`);
  return String(p);
}

/** Condition of an aggregate: `1` for all rows. */
function conditionSql(where: RowTest, source: FactSource): string {
  const test = rowTestSql(where, source);
  const kept = keptSql(source);
  if (kept === null || test === '0') return test;
  return test === '1' ? kept : `(${test}) AND ${kept}`;
}
