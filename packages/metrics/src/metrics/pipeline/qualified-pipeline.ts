import { moneyOf } from '../../report/measures.ts';
import { has, hasNo, isOneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Pipeline that marketing brought: deals of its leads, by the date of their opening. */
export const qualifiedPipeline = defineMetric({
  id: 'qualified_pipeline',
  label: 'Qualified pipeline',
  unit: 'money',
  direction: 'up',
  owner: 'marketing',
  anchor: 'opportunity',
  measure: moneyOf({
    grain: 'opportunities',
    anchors: ['opportunity'],
    rateAt: 'at_opportunity',
    counted: rowsWith(has('at_opportunity'), has('lead'), isOneOf('marketing', 'sourced'), has('amount')),
    excluded: rowsWith(has('at_opportunity'), has('lead'), isOneOf('marketing', 'sourced'), hasNo('amount')),
  }),
  formula:
    'The sum of the amounts of deals that came of leads and were sourced by marketing, by the date on which they were opened.',
  numerator: 'sourced deals of leads with an amount',
  denominator: null,
  clause: 'sourcing',
});
