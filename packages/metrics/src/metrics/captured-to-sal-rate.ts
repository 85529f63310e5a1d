import { defineMetric } from './define-metric.ts';

/** Share of the captured leads that were accepted by sales: one cohort, anchored at the event of its denominator (rule 2). */
export const capturedToSalRate = defineMetric({
  id: 'captured_to_sal_rate',
  label: 'Captured to SAL',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'captured',
  measure: { kind: 'ratio', from: 'captured', to: 'sal' },
  formula: 'Of the captured leads, the share that were accepted by sales.',
  numerator: 'captured leads that were accepted by sales',
  denominator: 'captured leads',
  clause: 'windows.captured_to_sal',
});
