import { defineMetric } from './define-metric.ts';

/** Share of the captured leads that got an opportunity within 90 × 24 hours; impossible orders are taken out of both parts (rule 16). */
export const opportunityWithin90Days = defineMetric({
  id: 'opportunity_within_90_days',
  label: 'Opportunity within 90 days',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'captured',
  measure: { kind: 'within', from: 'captured', to: 'opportunity', limitDays: 90 },
  formula: 'Of the captured leads, the share that got an opportunity at most 90 times 24 hours after capture.',
  numerator: 'captured leads that got an opportunity within 90 days',
  denominator: 'captured leads, without those whose events are in an impossible order',
  clause: 'terms.opportunity',
});
