import { bindingOfAll } from './binding.ts';
import type { ProductMeasure } from './fact-measure.ts';
import { type Figures, noFigures } from './figures.ts';
import { type MetricResult, valuesOf } from './metric-result.ts';
import { orOverall } from './or-overall.ts';

/**
 * Metrics multiplied and divided; `null` where one of them is, or where it would divide by nothing (rule 5).
 * @param overallOf the result of a metric for all groups and all time
 */
export function productResult(
  { parts }: ProductMeasure,
  resultOf: (id: string) => MetricResult,
  overallOf: (id: string) => Promise<MetricResult> = async (id) => resultOf(id),
): MetricResult {
  const results = parts.map(({ metric, power, orOverall: fallsBack }) => {
    const result = resultOf(metric);
    return { result: fallsBack === true ? orOverall(result, () => overallOf(metric)) : result, power };
  });
  return {
    addresses: results.flatMap(({ result }) => result.addresses),
    figures: async (places) => {
      const made = await Promise.all(
        results.map(async ({ result, power }) => ({ of: await valuesOf(result)(places), power })),
      );
      return new Map(
        places.map(({ key }) => [key, product(made.map(({ of, power }) => ({ of: of.get(key) ?? noFigures, power })))]),
      );
    },
  };
}

function product(parts: readonly { readonly of: Figures; readonly power: 1 | -1 }[]): Figures {
  let value: number | null = 1;
  for (const { of, power } of parts) {
    if (value === null || of.value === null || (power === -1 && of.value === 0)) value = null;
    else value = power === 1 ? value * of.value : value / of.value;
  }
  const young = parts.filter(({ of }) => of.mature !== null);
  return {
    ...noFigures,
    value,
    excluded: parts.reduce((sum, { of }) => sum + of.excluded, 0),
    binding: bindingOfAll(parts.map(({ of }) => of)),
    mature: young.length === 0 ? null : young.every(({ of }) => of.mature === true),
  };
}
