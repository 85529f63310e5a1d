import { moneyOf } from '../../report/measures.ts';
import { has, hasNo, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Amounts of deals by the date of their opening; deals without an amount are counted as excluded. */
export const pipelineCreated = defineMetric({
  id: 'pipeline_created',
  label: 'Pipeline created',
  unit: 'money',
  direction: 'up',
  owner: 'both',
  anchor: 'opportunity',
  measure: moneyOf({
    grain: 'opportunities',
    anchors: ['opportunity'],
    rateAt: 'at_opportunity',
    counted: rowsWith(has('at_opportunity'), has('amount')),
    excluded: rowsWith(has('at_opportunity'), hasNo('amount')),
  }),
  formula: 'The sum of the amounts of deals, by the date on which they were opened.',
  numerator: 'deals with an amount',
  denominator: null,
  clause: 'terms.opportunity',
});
