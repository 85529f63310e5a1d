import type { RowAtom, RowTest, RowValue } from '../plan/row-test.ts';
import { columnName } from './fact-tables.ts';
import { integers, whole } from './sql-text.ts';

/** What a test or a value of a row of facts depends on. */
export interface RowContext {
  readonly asOfMs: number;
  /** The number that stands in a column for a text; 0, which no fact has, for a text that stands nowhere. */
  readonly numberOf: (column: string, text: string) => number;
}

/** Latest instant of a date: beyond it lies only what has no end. */
const lastMs = 8.64e15;

/** A column of a row of facts `f`. */
export function columnSql(column: string): string {
  return `f.${columnName(column)}`;
}

/** SQL of a test on a row of facts `f`; may be NULL where it does not hold. */
export function rowTestSql(test: RowTest, context: RowContext): string {
  if (test.length === 0) return 'FALSE';
  if (test.some((atoms) => atoms.length === 0)) return 'TRUE';
  return test.map((atoms) => `(${atoms.map((atom) => atomSql(atom, context)).join(' AND ')})`).join(' OR ');
}

/** SQL of the whole number of a row; NULL where a column that it needs has none. */
export function rowValueSql(value: RowValue, { asOfMs }: Pick<RowContext, 'asOfMs'>): string {
  switch (value.kind) {
    case 'column':
      return columnSql(value.column);
    case 'seconds':
      return secondsSql(`${columnSql(value.to)} - ${columnSql(value.from)}`);
    case 'age':
      return secondsSql(`${whole(Math.min(asOfMs, lastMs))} - ${columnSql(value.from)}`);
    case 'product': {
      const [first, second] = value.columns;
      // The product of two whole numbers within 2^53 is beyond 64 bits at most by what this type holds.
      return `(${columnSql(first)}::HUGEINT * ${columnSql(second)})`;
    }
  }
}

/** Whole seconds of milliseconds, rounded down: the database's own division cuts towards zero, so that it is given none below it. */
function secondsSql(ms: string): string {
  return `((${ms} + 20000000000000000) // 1000 - 20000000000000)`;
}

function atomSql(atom: RowAtom, context: RowContext): string {
  switch (atom.kind) {
    case 'has':
      return `${columnSql(atom.column)} IS ${atom.is ? 'NOT NULL' : 'NULL'}`;
    case 'oneOf':
      return oneOfSql(atom.column, atom.values, { numberOf: context.numberOf, is: atom.is });
    case 'atLeast':
      return `${columnSql(atom.column)} ${atom.is ? '>=' : '<'} ${whole(Math.ceil(atom.value))}`;
    case 'bit':
      return `(coalesce(${columnSql(atom.column)}, 0) & ${whole(2 ** atom.bit)}) ${atom.is ? '<>' : '='} 0`;
    case 'ordered':
      return `${columnSql(atom.to)} ${atom.is ? '>=' : '<'} ${columnSql(atom.from)}`;
    case 'within':
      return `${columnSql(atom.to)} - ${columnSql(atom.from)} ${atom.is ? '' : 'NOT '}BETWEEN 0 AND ${whole(Math.floor(atom.limitMs))}`;
    case 'past': {
      const latest = Math.floor(Math.max(-lastMs, Math.min(context.asOfMs, lastMs) - atom.ms));
      return `${columnSql(atom.column)} ${atom.is ? '<=' : '>'} ${whole(latest)}`;
    }
  }
}

/** SQL of whether a term or subject is one of some; never NULL. */
export function oneOfSql(
  column: string,
  values: readonly (string | null)[],
  { numberOf, is }: Pick<RowContext, 'numberOf'> & { readonly is: boolean },
): string {
  const sql = columnSql(column);
  const numbers = values.flatMap((text) => (text === null ? [] : [numberOf(column, text)]));
  const tests = [
    ...(values.includes(null) ? [`${sql} IS NULL`] : []),
    ...(numbers.length > 0 ? [`coalesce(${sql} IN (${integers(numbers)}), FALSE)`] : []),
  ];
  const any = tests.length === 0 ? 'FALSE' : tests.join(' OR ');
  return is ? `(${any})` : `NOT (${any})`;
}

/** The texts of `oneOf` atoms, with their columns. */
export function testTexts(test: RowTest): readonly (readonly [column: string, text: string])[] {
  return test.flatMap((atoms) =>
    atoms.flatMap((atom) =>
      atom.kind === 'oneOf' ? atom.values.flatMap((text) => (text === null ? [] : [[atom.column, text] as const])) : [],
    ),
  );
}
