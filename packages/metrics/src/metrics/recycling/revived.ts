import { countOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Leads that were recycled before and handed off again, by the date of the first such hand-off. */
export const revived = defineMetric({
  id: 'revived',
  label: 'Revived',
  unit: 'leads',
  direction: 'up',
  owner: 'marketing',
  anchor: 'revived',
  measure: countOf({ grain: 'leads', anchors: ['revived'], counted: rowsWith(has('at_revived')) }),
  formula:
    'The number of leads that were handed off again after they had been recycled, by the date of the new hand-off.',
  numerator: 'leads that were revived',
  denominator: null,
  clause: 'reasons',
});
