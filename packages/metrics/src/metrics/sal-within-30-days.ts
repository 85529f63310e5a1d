import { defineMetric } from './define-metric.ts';

/** Share of the captured leads that were accepted by sales within 30 × 24 hours; impossible orders are taken out of both parts (rule 16). */
export const salWithin30Days = defineMetric({
  id: 'sal_within_30_days',
  label: 'SAL within 30 days',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'captured',
  measure: { kind: 'within', from: 'captured', to: 'sal', limitDays: 30 },
  formula: 'Of the captured leads, the share that were accepted by sales at most 30 times 24 hours after capture.',
  numerator: 'captured leads that were accepted by sales within 30 days',
  denominator: 'captured leads, without those whose events are in an impossible order',
  clause: 'terms.sal',
});
