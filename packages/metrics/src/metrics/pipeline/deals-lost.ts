import { countOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Lost deals, by the date of the loss. */
export const dealsLost = defineMetric({
  id: 'deals_lost',
  label: 'Deals lost',
  unit: 'opportunities',
  direction: 'down',
  owner: 'sales',
  anchor: 'lost',
  measure: countOf({ grain: 'opportunities', anchors: ['lost'], counted: rowsWith(has('at_lost')) }),
  formula: 'The number of deals that were lost, by the date of the loss; by competitor it says to whom.',
  numerator: 'deals that were lost',
  denominator: null,
  clause: 'terms.opportunity',
});
