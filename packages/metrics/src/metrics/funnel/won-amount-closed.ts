import { moneyOf } from '../../report/measures.ts';
import { has, hasNo, isOneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Amounts of won deals by the date of closing: what win_rate_by_amount has above the line. */
export const wonAmountClosed = defineMetric({
  id: 'won_amount_closed',
  label: 'Won amount of closed deals',
  unit: 'money',
  direction: 'up',
  owner: 'sales',
  anchor: 'closed',
  measure: moneyOf({
    grain: 'opportunities',
    anchors: ['closed'],
    rateAt: 'at_closed',
    counted: rowsWith(isOneOf('outcome', 'won'), has('amount')),
    excluded: rowsWith(isOneOf('outcome', 'won'), hasNo('amount')),
  }),
  formula: 'The sum of the amounts of deals that were closed and won, by the date of closing.',
  numerator: 'won deals with an amount',
  denominator: null,
  clause: 'currency',
  counts: 'terms.customer',
});
