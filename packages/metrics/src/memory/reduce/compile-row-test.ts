import { columnKind } from '../../facts/schema/fact-schema.ts';
import type { RowAtom, RowTest } from '../../plan/row-test.ts';
import type { FactTable } from './fact-table.ts';

/** A test on a row of a table. */
export type RowCheck = (row: number) => boolean;

/** Makes a closure of a test. */
export function compileRowTest(test: RowTest, table: FactTable, asOfMs: number): RowCheck {
  const alternatives = test.map((atoms) => all(atoms.map((atom) => compileAtom(atom, table, asOfMs))));
  const [first, second] = alternatives;
  if (first === undefined) return () => false;
  if (second === undefined) return first;
  if (alternatives.length === 2) return (row) => first(row) || second(row);
  return (row) => alternatives.some((check) => check(row));
}

function all(checks: readonly RowCheck[]): RowCheck {
  const [first, second, third] = checks;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (third === undefined) return (row) => first(row) && second(row);
  if (checks.length === 3) return (row) => first(row) && second(row) && third(row);
  return (row) => checks.every((check) => check(row));
}

function compileAtom(atom: RowAtom, table: FactTable, asOfMs: number): RowCheck {
  switch (atom.kind) {
    case 'has':
      return hasValue(atom.column, atom.is, table);
    case 'oneOf': {
      const { codes, dictionary } = table.codes(atom.column);
      const wanted = new Set(atom.values.map((value) => dictionary.find(value)));
      const { is } = atom;
      return (row) => wanted.has(codes[row] as number) === is;
    }
    case 'atLeast': {
      const { value } = atom;
      const numbers = table.numbers(atom.column);
      // Neither holds for the NaN of a value that is not known.
      return atom.is ? (row) => (numbers[row] as number) >= value : (row) => (numbers[row] as number) < value;
    }
    case 'bit': {
      const mask = 2 ** atom.bit;
      const numbers = table.numbers(atom.column);
      const { is } = atom;
      return (row) => (((numbers[row] as number) & mask) !== 0) === is;
    }
    case 'ordered': {
      const from = table.numbers(atom.from);
      const to = table.numbers(atom.to);
      return atom.is
        ? (row) => (to[row] as number) >= (from[row] as number)
        : (row) => (to[row] as number) < (from[row] as number);
    }
    case 'within': {
      const from = table.numbers(atom.from);
      const to = table.numbers(atom.to);
      const { limitMs, is } = atom;
      return (row) => {
        const elapsed = (to[row] as number) - (from[row] as number);
        return elapsed >= 0 && elapsed <= limitMs === is;
      };
    }
    case 'past': {
      const last = asOfMs - atom.ms;
      const numbers = table.numbers(atom.column);
      return atom.is ? (row) => (numbers[row] as number) <= last : (row) => (numbers[row] as number) > last;
    }
  }
}

function hasValue(column: string, is: boolean, table: FactTable): RowCheck {
  const kind = columnKind(table.grain, column);
  if (kind === 'term' || kind === 'subject') {
    const { codes } = table.codes(column);
    return is ? (row) => codes[row] !== 0 : (row) => codes[row] === 0;
  }
  const numbers = table.numbers(column);
  return is ? (row) => !Number.isNaN(numbers[row]) : (row) => Number.isNaN(numbers[row]);
}
