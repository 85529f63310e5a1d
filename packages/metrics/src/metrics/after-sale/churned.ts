import { countOf } from '../../report/measures.ts';
import { isOneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Customers that left, each once. */
export const churned = defineMetric({
  id: 'churned',
  label: 'Churned',
  unit: 'companies',
  direction: 'down',
  owner: 'sales',
  anchor: 'changed',
  measure: countOf({
    grain: 'changes',
    anchors: ['changed'],
    counted: rowsWith(isOneOf('kind', 'churn')),
    distinct: 'company',
  }),
  formula: 'The number of customers that left in the period.',
  numerator: 'customers that left',
  denominator: null,
  clause: 'terms.customer',
});
