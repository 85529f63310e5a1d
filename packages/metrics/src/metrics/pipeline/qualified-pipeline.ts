import { moneyOf } from '../../report/measures.ts';
import { has, hasNo, isAtLeast, isOneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/**
 * Pipeline of leads that marketing brought and had qualified before the deal was opened: what both sides can be paid by.
 * A part of pipeline_sourced, which also has the deals that skipped the qualification.
 */
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
    counted: rowsWith(has('at_opportunity'), isAtLeast('qualified', 1), isOneOf('marketing', 'sourced'), has('amount')),
    excluded: rowsWith(
      has('at_opportunity'),
      isAtLeast('qualified', 1),
      isOneOf('marketing', 'sourced'),
      hasNo('amount'),
    ),
  }),
  formula:
    'The sum of the amounts of deals that were sourced by marketing and whose lead was an MQL by then, by the date on which they were opened.',
  numerator: 'sourced deals of MQLs with an amount',
  denominator: null,
  clause: 'qualified',
});
