import { levelOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** What the customers of before the period are worth: first deals and all changes before it. */
export const customerBase = defineMetric({
  id: 'customer_base',
  label: 'Customer base',
  unit: 'money',
  direction: 'up',
  owner: 'sales',
  anchor: 'changed',
  measure: levelOf({
    grain: 'changes',
    anchors: ['changed'],
    began: 'at_changed',
    left: null,
    counted: rowsWith(has('amount')),
    money: { value: { kind: 'column', column: 'amount' }, scale: 1, currency: 'currency' },
    moment: 'opening',
  }),
  formula: 'The value of all customers at the beginning of the period: first deals and every change since.',
  numerator: 'values of customers',
  denominator: null,
  clause: 'terms.customer',
});
