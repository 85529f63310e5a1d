import type { RowAtom, RowTest } from '../plan/row-test.ts';

/** Every row. */
export const everyRow: RowTest = [[]];

/** No row. */
export const noRow: RowTest = [];

/** Rows for which all of the atoms hold. */
export function rowsWith(...atoms: readonly RowAtom[]): RowTest {
  return [atoms];
}

/** Rows for which both tests hold. Costs the product of their alternatives. */
export function bothOf(a: RowTest, b: RowTest): RowTest {
  return a.flatMap((left) => b.map((right) => [...left, ...right.filter((atom) => !left.some(isSame(atom)))]));
}

/** Rows for which at least one of the tests holds. */
export function anyOf(...tests: readonly RowTest[]): RowTest {
  return tests.flat();
}

function isSame(atom: RowAtom): (other: RowAtom) => boolean {
  const text = JSON.stringify(atom);
  return (other) => JSON.stringify(other) === text;
}

/** The column has a value. */
export const has = (column: string): RowAtom => ({ kind: 'has', column, is: true });

/** The column has none. */
export const hasNo = (column: string): RowAtom => ({ kind: 'has', column, is: false });

/** The term is one of these. */
export const isOneOf = (column: string, ...values: readonly (string | null)[]): RowAtom => ({
  kind: 'oneOf',
  column,
  values,
  is: true,
});

/** The term is none of these. */
export const isNoneOf = (column: string, ...values: readonly (string | null)[]): RowAtom => ({
  kind: 'oneOf',
  column,
  values,
  is: false,
});

/** The integer, day or time is at least a value. */
export const isAtLeast = (column: string, value: number): RowAtom => ({ kind: 'atLeast', column, value, is: true });

/** It is known, and below the value. */
export const isBelow = (column: string, value: number): RowAtom => ({ kind: 'atLeast', column, value, is: false });

/** The time has come by as-of. */
export const hasCome = (column: string): RowAtom => ({ kind: 'past', column, ms: 0, is: true });

/** The time is known, and comes after as-of. */
export const isYetToCome = (column: string): RowAtom => ({ kind: 'past', column, ms: 0, is: false });

/** Both times are known, the second not before the first. */
export const isOrdered = (from: string, to: string): RowAtom => ({ kind: 'ordered', from, to, is: true });

/** Both times are known, the second before the first. */
export const isReversed = (from: string, to: string): RowAtom => ({ kind: 'ordered', from, to, is: false });

/** The bit of an integer is set. */
export const hasBit = (column: string, bit: number): RowAtom => ({ kind: 'bit', column, bit, is: true });

/** The bit of an integer is not set. */
export const hasNoBit = (column: string, bit: number): RowAtom => ({ kind: 'bit', column, bit, is: false });
