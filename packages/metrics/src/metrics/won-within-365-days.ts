import { defineMetric } from './define-metric.ts';

/** Share of the captured leads that were won within 365 × 24 hours; impossible orders are taken out of both parts (rule 16). */
export const wonWithin365Days = defineMetric({
  id: 'won_within_365_days',
  label: 'Won within 365 days',
  unit: 'ratio',
  direction: 'up',
  owner: 'both',
  anchor: 'captured',
  measure: { kind: 'within', from: 'captured', to: 'won', limitDays: 365 },
  formula: 'Of the captured leads, the share that were won at most 365 times 24 hours after capture.',
  numerator: 'captured leads that were won within 365 days',
  denominator: 'captured leads, without those whose events are in an impossible order',
  clause: 'terms.customer',
});
