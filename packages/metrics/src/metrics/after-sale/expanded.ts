import { countOf } from '../../report/measures.ts';
import { isOneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Customers with upsells and cross-sells, each once. */
export const expanded = defineMetric({
  id: 'expanded',
  label: 'Expanded',
  unit: 'companies',
  direction: 'up',
  owner: 'sales',
  anchor: 'changed',
  measure: countOf({
    grain: 'changes',
    anchors: ['changed'],
    counted: rowsWith(isOneOf('kind', 'upsell', 'cross_sell')),
    distinct: 'company',
  }),
  formula: 'The number of customers with upsells and cross-sells in the period.',
  numerator: 'customers that bought more',
  denominator: null,
  clause: 'terms.customer',
});
