import { bindingOfAll } from './binding.ts';
import type { SumMeasure } from './fact-measure.ts';
import { noFigures } from './figures.ts';
import { type MetricResult, valuesOf } from './metric-result.ts';

/** Parts that are added and taken away; `null` where one of them is not known, such as a target that nobody agreed. */
export function sumResult({ parts }: SumMeasure, resultOf: (id: string) => MetricResult): MetricResult {
  const results = parts.map(({ metric, times }) => ({ result: resultOf(metric), times }));
  return {
    addresses: results.flatMap(({ result }) => result.addresses),
    figures: async (places) => {
      const figures = await Promise.all(
        results.map(async ({ result, times }) => ({ of: await valuesOf(result)(places), times })),
      );
      return new Map(
        places.map(({ key }) => {
          const values = figures.map(({ of, times }) => ({ value: of.get(key)?.value ?? null, times }));
          const value = values.reduce<number | null>(
            (sum, part) => (sum === null || part.value === null ? null : sum + part.times * part.value),
            0,
          );
          const excluded = figures.reduce((sum, { of }) => sum + (of.get(key)?.excluded ?? 0), 0);
          const binding = bindingOfAll(figures.map(({ of }) => of.get(key) ?? noFigures));
          return [key, { ...noFigures, value, numerator: value, excluded, binding }];
        }),
      );
    },
  };
}
