import { moneyOf } from '../../report/measures.ts';
import { has, isOneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Amounts after each change of an open deal in the period: one side of pipeline_changed. */
export const pipelineChangedIn = defineMetric({
  id: 'pipeline_changed_in',
  label: 'Pipeline after changes',
  unit: 'money',
  direction: 'neutral',
  owner: 'sales',
  anchor: 'began',
  measure: moneyOf({
    grain: 'spans',
    anchors: ['began'],
    rateAt: 'at_began',
    counted: rowsWith(isOneOf('began', 'changed'), has('amount')),
  }),
  formula: 'The amounts of open deals after a change of their stage or amount, by the date of the change.',
  numerator: 'amounts after a change',
  denominator: null,
  clause: 'terms.opportunity',
});
