import type { RowTest } from '../plan/row-test.ts';
import type { RowMeasure } from './fact-measure.ts';
import { noRow } from './row-tests.ts';

/** The parts of a number: tests on facts, shared by the count and by the way down to its leads. */
export interface MeasureParts {
  readonly numerator: RowTest;
  readonly denominator: RowTest;
  readonly excluded: RowTest;
  readonly implied: RowTest;
}

/** The parts of a measure that is made of rows. */
export function measureParts(measure: RowMeasure): MeasureParts {
  const { excluded, implied } = measure;
  if (measure.kind === 'rate') {
    return { numerator: measure.numerator, denominator: measure.denominator, excluded, implied };
  }
  return { numerator: measure.counted, denominator: measure.counted, excluded, implied: implied ?? noRow };
}
