import { defineMetric } from './define-metric.ts';

/** Share of the captured leads that became an MQL within 30 × 24 hours; impossible orders are taken out of both parts (rule 16). */
export const mqlWithin30Days = defineMetric({
  id: 'mql_within_30_days',
  label: 'MQL within 30 days',
  unit: 'ratio',
  direction: 'up',
  owner: 'marketing',
  anchor: 'captured',
  measure: { kind: 'within', from: 'captured', to: 'mql', limitDays: 30 },
  formula: 'Of the captured leads, the share that became an MQL at most 30 times 24 hours after capture.',
  numerator: 'captured leads that became an MQL within 30 days',
  denominator: 'captured leads, without those whose events are in an impossible order',
  clause: 'qualified',
});
