import { defineMetric } from './define-metric.ts';

/** Share of the captured leads that became an MQL within 7 × 24 hours; impossible orders are taken out of both parts (rule 16). */
export const mqlWithin7Days = defineMetric({
  id: 'mql_within_7_days',
  label: 'MQL within 7 days',
  unit: 'ratio',
  direction: 'up',
  owner: 'marketing',
  anchor: 'captured',
  measure: { kind: 'within', from: 'captured', to: 'mql', limitDays: 7 },
  formula: 'Of the captured leads, the share that became an MQL at most 7 times 24 hours after capture.',
  numerator: 'captured leads that became an MQL within 7 days',
  denominator: 'captured leads, without those whose events are in an impossible order',
  clause: 'qualified',
});
