import { bindingOfAll } from './binding.ts';
import type { QuotientMeasure } from './fact-measure.ts';
import { type Figures, noFigures } from './figures.ts';
import { type MetricResult, valuesOf } from './metric-result.ts';

/**
 * One metric over another in the same groups; `null` over nothing (rule 5), and over less than nothing: of a target that
 * is exceeded there is nothing left to be covered.
 */
export function quotientResult(measure: QuotientMeasure, resultOf: (id: string) => MetricResult): MetricResult {
  const over = resultOf(measure.over);
  const under = resultOf(measure.under);
  return {
    addresses: [...over.addresses, ...under.addresses],
    figures: async (places) => {
      const above = await valuesOf(over)(places);
      const below = await valuesOf(under)(places);
      return new Map(
        places.map(({ key }) => [
          key,
          quotient(above.get(key) ?? noFigures, below.get(key) ?? noFigures, measure.times),
        ]),
      );
    },
  };
}

function quotient(above: Figures, below: Figures, times: number): Figures {
  const numerator = above.value;
  const denominator = below.value;
  const value = numerator === null || denominator === null || denominator <= 0 ? null : numerator / denominator;
  return {
    ...noFigures,
    value: value === null ? null : value * times,
    numerator,
    denominator,
    excluded: above.excluded + below.excluded,
    implied: below.implied,
    binding: bindingOfAll([above, below]),
    mature: above.mature === null ? below.mature : below.mature === null ? above.mature : above.mature && below.mature,
  };
}
