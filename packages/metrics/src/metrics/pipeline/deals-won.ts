import { countOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Won deals, by the date of the win. */
export const dealsWon = defineMetric({
  id: 'deals_won',
  label: 'Deals won',
  unit: 'opportunities',
  direction: 'up',
  owner: 'sales',
  anchor: 'won',
  measure: countOf({ grain: 'opportunities', anchors: ['won'], counted: rowsWith(has('at_won')) }),
  formula: 'The number of deals that were won, by the date of the win; by competitor it says against whom.',
  numerator: 'deals that were won',
  denominator: null,
  clause: 'terms.customer',
});
