import { countOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Leads that were rejected by sales, by the date of it; a lead that was so twice in a period counts once (rule 1). */
export const rejected = defineMetric({
  id: 'rejected',
  label: 'Rejected',
  unit: 'leads',
  direction: 'down',
  owner: 'both',
  anchor: 'rejected',
  measure: countOf({ grain: 'cycles', anchors: ['rejected'], counted: rowsWith(has('at_rejected')), distinct: 'lead' }),
  formula: 'The number of leads that were rejected by sales, by the date of the rejection.',
  numerator: 'leads that were rejected by sales',
  denominator: null,
  clause: 'reasons',
});
