import { countOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Leads with a lost deal, by the date of the first loss; one that was won later stays among them. */
export const lost = defineMetric({
  id: 'lost',
  label: 'Lost',
  unit: 'leads',
  direction: 'down',
  owner: 'sales',
  anchor: 'lost',
  measure: countOf({ grain: 'leads', anchors: ['lost'], counted: rowsWith(has('at_lost')) }),
  formula: 'The number of leads whose deal was lost, by the date of the first loss.',
  numerator: 'leads whose deal was lost',
  denominator: null,
  clause: 'terms.opportunity',
});
