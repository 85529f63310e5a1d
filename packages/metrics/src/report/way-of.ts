import type { RowTest } from '../plan/row-test.ts';
import type { FactMeasure } from './fact-measure.ts';
import { anyOf, has, hasNo } from './row-tests.ts';

/** From which time to which rows are on their way. */
export interface Way {
  readonly from: string;
  readonly to: string;
  /** Rows that have arrived and those that may yet. */
  readonly rows: RowTest;
}

/** The way that a rate or duration is of; `null` for measures that are of none. */
export function wayOf(measure: FactMeasure): Way | null {
  if (measure.kind === 'rate') {
    if (measure.waiting === null) return null;
    const { from, to } = measure.waiting;
    return { from, to, rows: measure.denominator };
  }
  if (measure.kind !== 'seconds' || measure.value.kind !== 'seconds') return null;
  const { counted } = measure;
  const { from, to } = measure.value;
  const onTheirWay = counted.map((atoms) => [
    ...atoms.filter((atom) => atom.kind !== 'ordered' && !(atom.kind === 'has' && atom.column === to)),
    has(from),
    hasNo(to),
  ]);
  return { from, to, rows: anyOf(counted, onTheirWay) };
}
