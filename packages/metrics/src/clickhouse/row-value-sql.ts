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

/** Whole seconds of milliseconds, rounded down: the database's own division cuts towards zero, so that it is given none below it. */
function secondsSql(ms: string): string {
  return `(intDiv(${ms} + 20000000000000000, 1000) - 20000000000000)`;
}
