import { type StageId, stages } from '@sameteam/model';
import type { Atom, Predicate } from '../plan/aggregate.ts';

const at = (stage: StageId) => `f.at_${stage}`;
const bit = (...of: readonly StageId[]) => of.reduce((bits, stage) => bits | (1 << stages.indexOf(stage)), 0);

/** SQL of a predicate on a row of facts `f`; may be NULL where it does not hold. */
export function predicateSql(predicate: Predicate): string {
  if (predicate.length === 0) return 'FALSE';
  const implied = predicate.map(([atom, ...more]) =>
    atom?.kind === 'implied' && more.length === 0 ? atom.stage : null,
  );
  if (implied.every((stage) => stage !== null)) return `(f.implied & ${bit(...implied)}) <> 0`;
  return predicate.map((atoms) => (atoms.length === 0 ? 'TRUE' : `(${atoms.map(atomSql).join(' AND ')})`)).join(' OR ');
}

function atomSql(atom: Atom): string {
  switch (atom.kind) {
    case 'reached':
      return `${at(atom.stage)} IS NOT NULL`;
    case 'open':
      return `${at(atom.stage)} IS NULL`;
    case 'explicit':
      return `${at(atom.stage)} IS NOT NULL AND (f.implied & ${bit(atom.stage)}) = 0`;
    case 'implied':
      return `(f.implied & ${bit(atom.stage)}) <> 0`;
    case 'amount':
      return atom.known ? 'f.amount IS NOT NULL' : 'f.amount IS NULL';
    case 'ordered':
      return `${at(atom.to)} >= ${at(atom.from)} AND (f.implied & ${bit(atom.from, atom.to)}) = 0`;
    case 'reversed':
      return `${at(atom.to)} < ${at(atom.from)} AND (f.implied & ${bit(atom.from, atom.to)}) = 0`;
    case 'within':
      return `${at(atom.to)} - ${at(atom.from)} BETWEEN 0 AND ${atom.limitMs} AND (f.implied & ${bit(atom.from, atom.to)}) = 0`;
  }
}
