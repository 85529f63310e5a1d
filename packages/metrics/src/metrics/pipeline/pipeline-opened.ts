import { moneyOf } from '../../report/measures.ts';
import { has, isOneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** A pillar of the bridge: amounts of deals that were opened or opened again in the period. */
export const pipelineOpened = defineMetric({
  id: 'pipeline_opened',
  label: 'Pipeline opened',
  unit: 'money',
  direction: 'neutral',
  owner: 'sales',
  anchor: 'began',
  measure: moneyOf({
    grain: 'spans',
    anchors: ['began'],
    rateAt: 'at_began',
    counted: rowsWith(isOneOf('began', 'opened', 'reopened'), has('amount')),
  }),
  formula:
    'The sum of the amounts of deals that were opened or opened again in the period, as they stood then, by the date of the opening.',
  numerator: 'deals that were opened or opened again',
  denominator: null,
  clause: 'terms.opportunity',
});
