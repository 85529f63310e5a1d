import { timeOf } from '../../report/measures.ts';
import { hasNoBit, isOrdered, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** The 90th percentile of the days from the opening of a deal to its win, by the date of the win. */
export const salesCycleP90 = defineMetric({
  id: 'sales_cycle_p90',
  label: 'Sales cycle, 90th percentile',
  unit: 'days',
  direction: 'down',
  owner: 'sales',
  anchor: 'won',
  measure: timeOf({
    grain: 'opportunities',
    anchors: ['won', 'opportunity'],
    value: { kind: 'seconds', from: 'at_opportunity', to: 'at_won' },
    counted: rowsWith(hasNoBit('implied', 5), isOrdered('at_opportunity', 'at_won')),
    p: 0.9,
  }),
  formula: 'The 90th percentile of the days from the opening of a deal to its win. Nine of ten took no longer.',
  numerator: null,
  denominator: 'won deals',
  clause: 'terms.opportunity',
});
