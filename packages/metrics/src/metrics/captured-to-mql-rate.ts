import { defineMetric } from './define-metric.ts';

/** Share of the captured leads that became an MQL: one cohort, anchored at the event of its denominator (rule 2). */
export const capturedToMqlRate = defineMetric({
  id: 'captured_to_mql_rate',
  label: 'Captured to MQL',
  unit: 'ratio',
  direction: 'up',
  owner: 'marketing',
  anchor: 'captured',
  measure: { kind: 'ratio', from: 'captured', to: 'mql' },
  formula: 'Of the captured leads, the share that became an MQL.',
  numerator: 'captured leads that became an MQL',
  denominator: 'captured leads',
  clause: 'windows.captured_to_mql',
});
