import { countOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Deals whose planned close date was pushed, by the date of the first push. */
export const pushedDeals = defineMetric({
  id: 'pushed_deals',
  label: 'Deals pushed',
  unit: 'opportunities',
  direction: 'down',
  owner: 'sales',
  anchor: 'first_push',
  measure: countOf({ grain: 'opportunities', anchors: ['first_push'], counted: rowsWith(has('at_first_push')) }),
  formula: 'The number of deals whose planned day of closing was moved to a later one, by the date of the first time.',
  numerator: 'deals that were pushed',
  denominator: null,
  clause: 'terms.opportunity',
});
