import { timeOf } from '../../report/measures.ts';
import { hasNoBit, isOrdered, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** The median of the days from the opening of a deal to its win, by the date of the win. */
export const salesCycleMedian = defineMetric({
  id: 'sales_cycle_median',
  label: 'Sales cycle, median',
  unit: 'days',
  direction: 'down',
  owner: 'sales',
  anchor: 'won',
  measure: timeOf({
    grain: 'opportunities',
    anchors: ['won', 'opportunity'],
    value: { kind: 'seconds', from: 'at_opportunity', to: 'at_won' },
    counted: rowsWith(hasNoBit('implied', 5), isOrdered('at_opportunity', 'at_won')),
    p: 0.5,
  }),
  formula: 'The median of the days from the opening of a deal to its win. Half took no longer.',
  numerator: null,
  denominator: 'won deals',
  clause: 'terms.opportunity',
});
