import { type StageId, stages } from '@sameteam/model';
import type { Atom, Predicate } from '../plan/aggregate.ts';
import type { FactTable } from './fact-table.ts';

/** A test on a row of a table. */
export type RowTest = (row: number) => boolean;

/** Makes a closure of a predicate. */
export function compilePredicate(predicate: Predicate, table: FactTable): RowTest {
  const alternatives = predicate.map((atoms) => all(atoms.map((atom) => compileAtom(atom, table))));
  const [only] = alternatives;
  if (only === undefined) return () => false;
  if (alternatives.length === 1) return only;
  return (row) => alternatives.some((test) => test(row));
}

function all(tests: readonly RowTest[]): RowTest {
  const [first, second] = tests;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (tests.length === 2) return (row) => first(row) && second(row);
  return (row) => tests.every((test) => test(row));
}

function compileAtom(atom: Atom, table: FactTable): RowTest {
  const { implied, amountMinor } = table;
  const bitOf = (stage: StageId) => 1 << stages.indexOf(stage);
  const timeOf = (stage: StageId) => table.timeMs(stages.indexOf(stage));
  switch (atom.kind) {
    case 'reached': {
      const time = timeOf(atom.stage);
      return (row) => !Number.isNaN(time[row]);
    }
    case 'open': {
      const time = timeOf(atom.stage);
      return (row) => Number.isNaN(time[row]);
    }
    case 'explicit': {
      const time = timeOf(atom.stage);
      const bit = bitOf(atom.stage);
      return (row) => !Number.isNaN(time[row]) && ((implied[row] as number) & bit) === 0;
    }
    case 'implied': {
      const bit = bitOf(atom.stage);
      return (row) => ((implied[row] as number) & bit) !== 0;
    }
    case 'amount': {
      const { known } = atom;
      return (row) => amountMinor !== null && Number.isNaN(amountMinor[row]) !== known;
    }
    case 'ordered':
    case 'reversed':
    case 'within': {
      const from = timeOf(atom.from);
      const to = timeOf(atom.to);
      const bits = bitOf(atom.from) | bitOf(atom.to);
      const isExplicit = (row: number) => ((implied[row] as number) & bits) === 0;
      if (atom.kind === 'ordered') return (row) => (to[row] as number) >= (from[row] as number) && isExplicit(row);
      if (atom.kind === 'reversed') return (row) => (to[row] as number) < (from[row] as number) && isExplicit(row);
      const { limitMs } = atom;
      return (row) => {
        const elapsed = (to[row] as number) - (from[row] as number);
        return elapsed >= 0 && elapsed <= limitMs && isExplicit(row);
      };
    }
  }
}
