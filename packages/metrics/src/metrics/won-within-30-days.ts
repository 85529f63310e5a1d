import { defineMetric } from './define-metric.ts';

/** Share of the captured leads that were won within 30 × 24 hours; impossible orders are taken out of both parts (rule 16). */
export const wonWithin30Days = defineMetric({
  id: 'won_within_30_days',
  label: 'Won within 30 days',
  unit: 'ratio',
  direction: 'up',
  owner: 'both',
  anchor: 'captured',
  measure: { kind: 'within', from: 'captured', to: 'won', limitDays: 30 },
  formula: 'Of the captured leads, the share that were won at most 30 times 24 hours after capture.',
  numerator: 'captured leads that were won within 30 days',
  denominator: 'captured leads, without those whose events are in an impossible order',
  clause: 'terms.customer',
});
