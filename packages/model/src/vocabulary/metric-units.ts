/**
 * What a number can be given in. A ratio is in [0, 1] where it is a share of a whole; money is in minor units.
 * @example metricUnits.includes('working_hours') // true
 */
export const metricUnits = [
  'leads',
  'opportunities',
  'hand_offs',
  'entries',
  'companies',
  'meetings',
  'answers',
  'ratio',
  'days',
  'hours',
  'working_hours',
  'money',
  'points',
  'number',
] as const;

/** One of {@link metricUnits}. */
export type MetricUnit = (typeof metricUnits)[number];
