import { countOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Leads that nobody should work any more, by the date on which that was said first. */
export const disqualified = defineMetric({
  id: 'disqualified',
  label: 'Disqualified',
  unit: 'leads',
  direction: 'down',
  owner: 'both',
  anchor: 'disqualified',
  measure: countOf({ grain: 'leads', anchors: ['disqualified'], counted: rowsWith(has('at_disqualified')) }),
  formula: 'The number of leads that were disqualified, by the date of the disqualification.',
  numerator: 'leads that were disqualified',
  denominator: null,
  clause: 'reasons',
});
