import { defineMetric } from './define-metric.ts';

/** Share of the captured leads that were handed off: one cohort, anchored at the event of its denominator (rule 2). */
export const capturedToHandedOffRate = defineMetric({
  id: 'captured_to_handed_off_rate',
  label: 'Captured to handed off',
  unit: 'ratio',
  direction: 'up',
  owner: 'marketing',
  anchor: 'captured',
  measure: { kind: 'ratio', from: 'captured', to: 'handed_off' },
  formula: 'Of the captured leads, the share that were handed off.',
  numerator: 'captured leads that were handed off',
  denominator: 'captured leads',
  clause: 'windows.captured_to_handed_off',
});
