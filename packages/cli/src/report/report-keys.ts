import type { ReportRow } from '@sameteam/api/client';

/**
 * Keys of a flat row, in the order in which every format prints them. Amounts of money are in minor units of `currency` in
 * JSON, and in whole units in comma-separated values.
 * @param by dimensions of the report
 * @example reportKeys(['month']).slice(0, 5) // ['metric', 'unit', 'anchor', 'month', 'value']
 */
export function reportKeys(by: readonly string[]): readonly string[] {
  return ['metric', 'unit', 'anchor', ...by, ...afterDimensions];
}

const afterDimensions = [
  'value',
  'numerator',
  'denominator',
  'excluded',
  'implied',
  'low',
  'high',
  'mature',
  'projected',
  'projectedLow',
  'projectedHigh',
  'clause',
  'asOf',
  'restated',
  'binding',
  'unrecorded',
  'note',
] as const satisfies readonly (keyof ReportRow | 'note')[];
