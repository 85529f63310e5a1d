import { defineMetric } from './define-metric.ts';

/** Share of the captured leads that were accepted by sales within 7 × 24 hours; impossible orders are taken out of both parts (rule 16). */
export const salWithin7Days = defineMetric({
  id: 'sal_within_7_days',
  label: 'SAL within 7 days',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'captured',
  measure: { kind: 'within', from: 'captured', to: 'sal', limitDays: 7 },
  formula: 'Of the captured leads, the share that were accepted by sales at most 7 times 24 hours after capture.',
  numerator: 'captured leads that were accepted by sales within 7 days',
  denominator: 'captured leads, without those whose events are in an impossible order',
  clause: 'terms.sal',
});
