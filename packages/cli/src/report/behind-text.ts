import type { MetricDefinition, ReportRow } from '@sameteam/api/client';
import { figureText } from '@sameteam/metrics';
import type { MetricUnit } from '@sameteam/model';
import { countText } from './cell-text.ts';
import { moneyParts } from './money-parts.ts';

/**
 * What a number was made of: `842 of 8,000` for a share, `of 841` for a median, `€12,000 over 30` where two different
 * sets are divided.
 * @param options.unitOf unit of a metric by its id: that of a quotient's parts
 * @param options.currency of the agreement: a share of two sums of money has none of its own
 * @returns an empty text where there is nothing below the line
 */
export function behindText(
  row: ReportRow | undefined,
  metric: MetricDefinition,
  {
    unitOf,
    currency,
  }: { readonly unitOf: (metric: string) => MetricUnit | undefined; readonly currency: string | null },
): string {
  if (row?.denominator == null) return '';
  const { measure } = metric;
  const isQuotient = measure.kind === 'quotient';
  const isMean = measure.kind === 'money';
  const money = moneyParts(metric, unitOf);
  const text = (value: number, isMoney: boolean) =>
    isMoney ? figureText('money', value, row.currency ?? currency) : countText(value);
  const below = text(row.denominator, money.denominator);
  if (row.numerator === null) return `of ${below}`;
  const above = text(row.numerator, money.numerator);
  return `${above} ${isQuotient || isMean ? 'over' : 'of'} ${below}`;
}
