import type { SumMeasure } from './fact-measure.ts';
import { noFigures } from './figures.ts';
import type { MetricResult } from './metric-result.ts';

/** Parts that are added and taken away. A part of which nothing is known counts as nothing. */
export function sumResult({ parts }: SumMeasure, resultOf: (id: string) => MetricResult): MetricResult {
  const results = parts.map(({ metric, times }) => ({ result: resultOf(metric), times }));
  return {
    addresses: results.flatMap(({ result }) => result.addresses),
    figures: async (places) => {
      const figures = await Promise.all(
        results.map(async ({ result, times }) => ({ of: await result.figures(places), times })),
      );
      return new Map(
        places.map(({ key }) => {
          const value = figures.reduce((sum, { of, times }) => sum + times * (of.get(key)?.value ?? 0), 0);
          const excluded = figures.reduce((sum, { of }) => sum + (of.get(key)?.excluded ?? 0), 0);
          return [key, { ...noFigures, value, numerator: value, excluded }];
        }),
      );
    },
  };
}
