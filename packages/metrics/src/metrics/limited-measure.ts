import type { RowTest } from '../plan/row-test.ts';
import type { Maturity, RowMeasure } from '../report/fact-measure.ts';
import { bothOf } from '../report/row-tests.ts';

/** A measure of only some of its rows: everything that it counts, or says that it does not count, is one of them. */
export function limitedMeasure(measure: RowMeasure, only: RowTest): RowMeasure {
  const limited = (test: RowTest) => bothOf(test, only);
  const said = { excluded: limited(measure.excluded), implied: limited(measure.implied) };
  switch (measure.kind) {
    case 'rate':
      return {
        ...measure,
        ...said,
        numerator: limited(measure.numerator),
        denominator: limited(measure.denominator),
        matures: limitedMaturity(measure.matures, limited),
      };
    case 'seconds':
      return {
        ...measure,
        ...said,
        counted: limited(measure.counted),
        matures: limitedMaturity(measure.matures, limited),
      };
    default:
      return { ...measure, ...said, counted: limited(measure.counted) };
  }
}

function limitedMaturity(matures: Maturity | null, limited: (test: RowTest) => RowTest): Maturity | null {
  return matures?.kind === 'settled' ? { ...matures, open: limited(matures.open) } : matures;
}
