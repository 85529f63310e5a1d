import type { RowValue } from '../../plan/row-test.ts';
import type { FactTable } from './fact-table.ts';

/** The value of a row; NaN where it has none. */
export function compileRowValue(value: RowValue, table: FactTable, asOfMs: number): (row: number) => number {
  switch (value.kind) {
    case 'column': {
      const numbers = table.numbers(value.column);
      return (row) => numbers[row] as number;
    }
    case 'seconds': {
      const from = table.numbers(value.from);
      const to = table.numbers(value.to);
      return (row) => Math.floor(((to[row] as number) - (from[row] as number)) / 1000);
    }
    case 'age': {
      const from = table.numbers(value.from);
      return (row) => Math.floor((asOfMs - (from[row] as number)) / 1000);
    }
    case 'product': {
      const [a, b] = value.columns;
      const left = table.numbers(a);
      const right = table.numbers(b);
      return (row) => (left[row] as number) * (right[row] as number);
    }
  }
}
