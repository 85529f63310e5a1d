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

type BitAtom = RowAtom & { readonly kind: 'bit' };

/** A column of a row of facts `f`. */
export function columnSql(column: string): string {
  return `f.${columnName(column)}`;
}

/** SQL of a test on a row of facts `f`; may be NULL where it does not hold. */
export function rowTestSql(test: RowTest, context: RowContext): string {
  if (test.length === 0) return 'FALSE';
  if (test.some((atoms) => atoms.length === 0)) return 'TRUE';
  return [...anyBitSql(test), ...test.filter((atoms) => singleBit(atoms) === null).map(allSql)].join(' OR ');

  function allSql(atoms: readonly RowAtom[]): string {
    // Bits that must not be set are asked for at once.
    const others = atoms.filter((atom) => atom.kind !== 'bit' || atom.is);
    return `(${[...noBitSql(atoms), ...others.map((atom) => atomSql(atom, context))].join(' AND ')})`;
  }
}

/** The bit of an alternative that asks for nothing else. */
function singleBit(atoms: readonly RowAtom[]): BitAtom | null {
  const [atom, ...more] = atoms;
  return atom?.kind === 'bit' && atom.is && more.length === 0 ? atom : null;
}

/** Bits of which any is enough, asked for at once. */
function anyBitSql(test: RowTest): readonly string[] {
  const bits = test.map(singleBit).filter((atom) => atom !== null);
  return [...maskOf(bits)].map(([column, mask]) => `((${columnSql(column)} & ${whole(mask)}) <> 0)`);
}

/** Bits of which none may be set, asked for at once. */
function noBitSql(atoms: readonly RowAtom[]): readonly string[] {
  const bits = atoms.filter((atom) => atom.kind === 'bit').filter((atom) => !atom.is);
  return [...maskOf(bits)].map(([column, mask]) => `(coalesce(${columnSql(column)}, 0) & ${whole(mask)}) = 0`);
}

/** The bits of each column together. */
function maskOf(bits: readonly BitAtom[]): ReadonlyMap<string, number> {
  const masks = new Map<string, Set<number>>();
  for (const { column, bit } of bits) masks.set(column, (masks.get(column) ?? new Set()).add(bit));
  return new Map([...masks].map(([column, those]) => [column, [...those].reduce((sum, bit) => sum + 2 ** bit, 0)]));
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
      return `(${columnSql(atom.column)} & ${whole(2 ** atom.bit)}) <> 0`;
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
