import { moneyOf } from '../../report/measures.ts';
import { has, hasNo, isOneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Amounts of won and lost deals by the date of closing: what win_rate_by_amount has below the line. */
export const closedAmount = defineMetric({
  id: 'closed_amount',
  label: 'Amount of closed deals',
  unit: 'money',
  direction: 'neutral',
  owner: 'sales',
  anchor: 'closed',
  measure: moneyOf({
    grain: 'opportunities',
    anchors: ['closed'],
    rateAt: 'at_closed',
    counted: rowsWith(isOneOf('outcome', 'won', 'lost'), has('amount')),
    excluded: rowsWith(isOneOf('outcome', 'won', 'lost'), hasNo('amount')),
  }),
  formula: 'The sum of the amounts of deals that were closed, by the date of closing.',
  numerator: 'closed deals with an amount',
  denominator: null,
  clause: 'currency',
  counts: 'terms.opportunity',
});
