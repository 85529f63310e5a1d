import { moneyOf } from '../../report/measures.ts';
import { has, hasNo, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Mean amount of won deals, by the date of the win. */
export const averageDeal = defineMetric({
  id: 'average_deal',
  label: 'Average deal',
  unit: 'money',
  direction: 'up',
  owner: 'sales',
  anchor: 'won',
  measure: moneyOf({
    grain: 'opportunities',
    anchors: ['won', 'opportunity'],
    rateAt: 'at_won',
    counted: rowsWith(has('at_won'), has('amount')),
    excluded: rowsWith(has('at_won'), hasNo('amount')),
    per: 'row',
  }),
  formula: 'The mean amount of a won deal.',
  numerator: 'amounts of won deals',
  denominator: 'won deals with an amount',
  clause: 'currency',
  counts: 'terms.customer',
});
