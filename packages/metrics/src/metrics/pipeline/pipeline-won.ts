import { moneyOf } from '../../report/measures.ts';
import { has, isOneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** A pillar of the bridge: amounts of deals that were won in the period. */
export const pipelineWon = defineMetric({
  id: 'pipeline_won',
  label: 'Pipeline won',
  unit: 'money',
  direction: 'neutral',
  owner: 'sales',
  anchor: 'left',
  measure: moneyOf({
    grain: 'spans',
    anchors: ['left'],
    rateAt: 'at_began',
    counted: rowsWith(isOneOf('left', 'won'), has('amount')),
  }),
  formula: 'The sum of the amounts of deals that were won in the period, as they stood then, by the date of the win.',
  numerator: 'deals that were won',
  denominator: null,
  clause: 'terms.customer',
});
