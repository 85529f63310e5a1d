import type { MoneyMeasure } from './fact-measure.ts';
import type { Figures } from './figures.ts';
import type { MeasureCounts } from './measure-aggregates.ts';
import { moneySums } from './money-sums.ts';
import type { ReducedMetric } from './reduce-metrics.ts';
import type { ReportContext } from './report-context.ts';

/**
 * Sums or means of money by group, in minor units of the agreement's currency.
 * @throws MetricsError `no-rate`, `sum-too-large`
 */
export async function moneyFigures(
  { metric, measure, scope }: ReducedMetric & { readonly measure: MoneyMeasure },
  { reducer, bounds, agreement }: ReportContext,
): Promise<(key: string, counts: MeasureCounts) => Partial<Figures>> {
  const { value, currency, rateAt, counted, scale } = measure;
  const groups = await reducer.amounts(
    { ...scope, value, currency, rateAt, amounts: counted, home: agreement.currency },
    bounds,
  );
  const sums = moneySums(groups, { agreement, metric: metric.id, scale });
  if (measure.per === 'total') {
    return (key) => {
      const sum = sums.get(key) ?? 0;
      return { value: sum, numerator: sum };
    };
  }
  return (key, { denominator }) => {
    const sum = sums.get(key) ?? 0;
    return { value: denominator === 0 ? null : sum / denominator, numerator: sum, denominator };
  };
}
