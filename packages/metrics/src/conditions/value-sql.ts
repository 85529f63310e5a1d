import type { ConditionValue, FieldCondition } from '@sameteam/agreement';
import { greatestScaled, leastScaled } from './scaled-bound.ts';
import type { SqlDialect } from './sql-dialect.ts';
import type { SqlParams } from './sql-params.ts';

/** What SQL of a condition is made with. */
export interface SqlMaking {
  readonly dialect: SqlDialect;
  readonly params: SqlParams;
}

/** Where the values of a field stand; it has one of a type where there is a column for it. */
export interface ValueColumns {
  readonly text?: string;
  readonly number?: string;
  readonly flag?: string;
  /** Whole numbers, of which so many make one. */
  readonly scaled?: { readonly column: string; readonly scale: number };
}

/** A question to a value, other than whether there is one. */
export type ValueCondition = Exclude<FieldCondition, { readonly exists: boolean }>;

/** SQL of what a condition asks of a value; may be NULL where there is none. */
export function valueSql(condition: ValueCondition, columns: ValueColumns, making: SqlMaking): string {
  if ('is' in condition) return equalSql(Number.isNaN(condition.is) ? [] : [condition.is], columns, making);
  if ('in' in condition) return equalSql(condition.in, columns, making);
  if ('inList' in condition) {
    if (columns.text === undefined) return 'FALSE';
    return `${columns.text} IN (SELECT entry FROM known_list_entries WHERE ${amongSql('list', [condition.inList], making)})`;
  }
  if ('between' in condition) return rangeSql(condition.between, columns, making);
  if ('atLeast' in condition) return rangeSql([condition.atLeast, Number.POSITIVE_INFINITY], columns, making);
  return rangeSql([Number.NEGATIVE_INFINITY, condition.atMost], columns, making);
}

/** SQL of whether a text is among some; may be NULL where there is none. */
export function amongSql(column: string, texts: readonly string[], { params }: SqlMaking): string {
  const bound = [...new Set(texts)].filter(isKeepable).map((text) => params.bind('text', text));
  if (bound.length === 0) return 'FALSE';
  return bound.length === 1 ? `${column} = ${bound[0]}` : `${column} IN (${bound.join(', ')})`;
}

/** Whether a store can hold a text at all: the others, such as halves of a character, are equal to nothing that it holds. */
function isKeepable(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text);
}

function equalSql(values: readonly ConditionValue[], columns: ValueColumns, making: SqlMaking): string {
  const { text, number, flag, scaled } = columns;
  const texts = values.filter((value) => typeof value === 'string');
  const numbers = values.filter((value) => typeof value === 'number');
  const flags = values.filter((value) => typeof value === 'boolean');
  const parts: string[] = [];
  if (text !== undefined) parts.push(amongSql(text, texts, making));
  if (number !== undefined) parts.push(...numbers.map((value) => equalNumberSql(number, value, making)));
  if (scaled !== undefined) parts.push(...numbers.map((value) => rangeSql([value, value], { scaled }, making)));
  if (flag !== undefined) parts.push(...flags.map((value) => `${flag} = ${making.params.bind('flag', value)}`));
  if (parts.length > 1) return `(${parts.join(' OR ')})`;
  return parts[0] ?? 'FALSE';
}

function equalNumberSql(column: string, value: number, making: SqlMaking): string {
  // Engines differ in whether NaN equals NaN.
  if (Number.isNaN(value)) return making.dialect.isNaN(column);
  // ClickHouse makes a set of several equalities, and -0 is not found in a set with 0.
  if (value === 0) return betweenSql(column, 'number', [0, 0], making);
  return `${column} = ${making.params.bind('number', value)}`;
}

/** SQL of whether a number lies between two, both included; may be NULL where there is none. */
export function rangeSql(
  [low, high]: readonly [number, number],
  { number, scaled }: ValueColumns,
  making: SqlMaking,
): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return 'FALSE';
  if (scaled !== undefined) {
    const { column, scale } = scaled;
    const [least, most] = [leastScaled(low, scale), greatestScaled(high, scale)];
    return least > most ? 'FALSE' : betweenSql(column, 'integer', [least, most], making);
  }
  // An infinite bound is there too: for DuckDB NaN is greater than any other number, and lies beyond it.
  return number === undefined ? 'FALSE' : betweenSql(number, 'number', [low, high], making);
}

function betweenSql(
  column: string,
  type: 'integer' | 'number',
  [low, high]: readonly [number, number],
  { params }: SqlMaking,
): string {
  return `(${column} >= ${params.bind(type, low)} AND ${column} <= ${params.bind(type, high)})`;
}
