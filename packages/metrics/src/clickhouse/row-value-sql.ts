import type { RowValue } from '../plan/row-test.ts';
import { columnSql, instant, type SqlContext } from './row-test-sql.ts';
import { integer } from './sql-text.ts';

/** SQL of a whole number of a row of facts `f`; NULL where a column that it needs has none. */
export function rowValueSql(value: RowValue, { asOfMs }: Pick<SqlContext, 'asOfMs'>): string {
  switch (value.kind) {
    case 'column':
      return columnSql(value.column);
    case 'seconds':
      return secondsSql(`(${columnSql(value.to)} - ${columnSql(value.from)})`);
    case 'age':
      return secondsSql(`(${integer(instant(asOfMs))} - ${columnSql(value.from)})`);
    case 'product': {
      const [a, b] = value.columns;
      // The product of two numbers within 2^53 is beyond 64 bits.
      return `(toInt128(${columnSql(a)}) * ${columnSql(b)})`;
    }
  }
}

/** Division of whole numbers rounds towards zero, seconds are rounded down. */
function secondsSql(ms: string): string {
  return floorDivideSql(ms, 1000);
}

/** SQL of `floor(value / by)`. */
export function floorDivideSql(value: string, by: number): string {
  return `intDiv(${value} - positiveModulo(${value}, ${by}), ${by})`;
}
