import { defineMetric } from './define-metric.ts';

/** Share of the handed-off leads that were accepted by sales: one cohort, anchored at the event of its denominator (rule 2). */
export const handedOffToSalRate = defineMetric({
  id: 'handed_off_to_sal_rate',
  label: 'Handed off to SAL',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'handed_off',
  measure: { kind: 'ratio', from: 'handed_off', to: 'sal' },
  formula: 'Of the handed-off leads, the share that were accepted by sales.',
  numerator: 'handed-off leads that were accepted by sales',
  denominator: 'handed-off leads',
  clause: 'windows.handed_off_to_sal',
});
