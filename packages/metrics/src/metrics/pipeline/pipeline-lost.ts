import { moneyOf } from '../../report/measures.ts';
import { has, isOneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** A pillar of the bridge: amounts of deals that were lost in the period. */
export const pipelineLost = defineMetric({
  id: 'pipeline_lost',
  label: 'Pipeline lost',
  unit: 'money',
  direction: 'neutral',
  owner: 'sales',
  anchor: 'left',
  measure: moneyOf({
    grain: 'spans',
    anchors: ['left'],
    rateAt: 'at_began',
    counted: rowsWith(isOneOf('left', 'lost'), has('amount')),
  }),
  formula: 'The sum of the amounts of deals that were lost in the period, as they stood then, by the date of the loss.',
  numerator: 'deals that were lost',
  denominator: null,
  clause: 'terms.opportunity',
});
