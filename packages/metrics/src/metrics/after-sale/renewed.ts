import { countOf } from '../../report/measures.ts';
import { isOneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Customers with renewals, each once. */
export const renewed = defineMetric({
  id: 'renewed',
  label: 'Renewed',
  unit: 'companies',
  direction: 'up',
  owner: 'sales',
  anchor: 'changed',
  measure: countOf({
    grain: 'changes',
    anchors: ['changed'],
    counted: rowsWith(isOneOf('kind', 'renewal')),
    distinct: 'company',
  }),
  formula: 'The number of customers with renewals in the period.',
  numerator: 'customers that renewed',
  denominator: null,
  clause: 'terms.customer',
});
