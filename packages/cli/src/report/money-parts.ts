import type { MetricDefinition } from '@sameteam/api/client';
import type { MetricUnit } from '@sameteam/model';

/** Which of the two parts of a number are amounts of money. */
export interface MoneyParts {
  readonly numerator: boolean;
  readonly denominator: boolean;
}

/**
 * What stands above and below the line of a metric: a share of two sums of money has amounts in both, though it is none
 * itself, and a mean has an amount above and a count below.
 * @param unitOf unit of a metric by its id: that of a quotient's parts
 */
export function moneyParts(
  { unit, measure }: Pick<MetricDefinition, 'unit' | 'measure'>,
  unitOf: (metric: string) => MetricUnit | undefined,
): MoneyParts {
  if (measure.kind !== 'quotient')
    return { numerator: unit === 'money' || measure.kind === 'money', denominator: false };
  return { numerator: unitOf(measure.over) === 'money', denominator: unitOf(measure.under) === 'money' };
}
