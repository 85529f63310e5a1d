import { moneyOf } from '../../report/measures.ts';
import { has, hasNo, isOneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Pipeline that was sourced or influenced by marketing, by the rule of the agreement. */
export const pipelineInfluenced = defineMetric({
  id: 'pipeline_influenced',
  label: 'Pipeline influenced',
  unit: 'money',
  direction: 'up',
  owner: 'marketing',
  anchor: 'opportunity',
  measure: moneyOf({
    grain: 'opportunities',
    anchors: ['opportunity'],
    rateAt: 'at_opportunity',
    counted: rowsWith(has('at_opportunity'), isOneOf('marketing', 'sourced', 'influenced'), has('amount')),
    excluded: rowsWith(has('at_opportunity'), isOneOf('marketing', 'sourced', 'influenced'), hasNo('amount')),
  }),
  formula:
    'The sum of the amounts of deals that were sourced or influenced by marketing by the agreed rule, by the date on which they were opened.',
  numerator: 'deals sourced or influenced by marketing with an amount',
  denominator: null,
  clause: 'sourcing',
});
