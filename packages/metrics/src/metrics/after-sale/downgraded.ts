import { countOf } from '../../report/measures.ts';
import { isOneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Customers with downgrades, each once. */
export const downgraded = defineMetric({
  id: 'downgraded',
  label: 'Downgraded',
  unit: 'companies',
  direction: 'down',
  owner: 'sales',
  anchor: 'changed',
  measure: countOf({
    grain: 'changes',
    anchors: ['changed'],
    counted: rowsWith(isOneOf('kind', 'downgrade')),
    distinct: 'company',
  }),
  formula: 'The number of customers with downgrades in the period.',
  numerator: 'customers that went down to less',
  denominator: null,
  clause: 'terms.customer',
});
