import { moneyOf } from '../../report/measures.ts';
import { has, isNoneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Sum of all changes of existing customers: positive for more, negative for less. */
export const customerBaseChange = defineMetric({
  id: 'customer_base_change',
  label: 'Change of the customer base',
  unit: 'money',
  direction: 'up',
  owner: 'sales',
  anchor: 'changed',
  measure: moneyOf({
    grain: 'changes',
    anchors: ['changed'],
    rateAt: 'at_changed',
    counted: rowsWith(isNoneOf('kind', 'new'), has('amount')),
  }),
  formula: 'What upsells, cross-sells and renewals added and downgrades and churn took away.',
  numerator: 'changes with an amount',
  denominator: null,
  clause: 'terms.customer',
});
