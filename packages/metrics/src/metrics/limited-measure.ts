import type { RowTest } from '../plan/row-test.ts';
import type { RowMeasure } from '../report/fact-measure.ts';
import { bothOf } from '../report/row-tests.ts';

/**
 * A measure of only some of its rows: it looks at no other, neither to count them, nor to leave them out, nor to ask whether
 * they had their time.
 */
export function limitedMeasure(measure: RowMeasure, only: RowTest): RowMeasure {
  return { ...measure, only: measure.only === undefined ? only : bothOf(measure.only, only) };
}
