import { countOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Leads that were passed back to marketing, by the date of it; a lead that was so twice in a period counts once (rule 1). */
export const recycled = defineMetric({
  id: 'recycled',
  label: 'Recycled',
  unit: 'leads',
  direction: 'down',
  owner: 'both',
  anchor: 'recycled',
  measure: countOf({ grain: 'cycles', anchors: ['recycled'], counted: rowsWith(has('at_recycled')), distinct: 'lead' }),
  formula: 'The number of leads that were passed back to marketing, by the date of passing them back.',
  numerator: 'leads that were passed back to marketing',
  denominator: null,
  clause: 'reasons',
});
