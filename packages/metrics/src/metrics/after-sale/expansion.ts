import { moneyOf } from '../../report/measures.ts';
import { has, isOneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Value that upsells and cross-sells added, by their date. */
export const expansion = defineMetric({
  id: 'expansion',
  label: 'Expansion',
  unit: 'money',
  direction: 'up',
  owner: 'sales',
  anchor: 'changed',
  measure: moneyOf({
    grain: 'changes',
    anchors: ['changed'],
    rateAt: 'at_changed',
    counted: rowsWith(isOneOf('kind', 'upsell', 'cross_sell'), has('amount')),
  }),
  formula: 'What upsells and cross-sells added.',
  numerator: 'upsells and cross-sells with an amount',
  denominator: null,
  clause: 'terms.customer',
});
