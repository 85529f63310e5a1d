import { moneyOf } from '../../report/measures.ts';
import { has, isOneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Amounts before each change of an open deal in the period: the other side of pipeline_changed. */
export const pipelineChangedOut = defineMetric({
  id: 'pipeline_changed_out',
  label: 'Pipeline before changes',
  unit: 'money',
  direction: 'neutral',
  owner: 'sales',
  anchor: 'left',
  measure: moneyOf({
    grain: 'spans',
    anchors: ['left'],
    rateAt: 'at_began',
    counted: rowsWith(isOneOf('left', 'changed', 'merged'), has('amount')),
  }),
  formula: 'The amounts of open deals before a change of their stage or amount, by the date of the change.',
  numerator: 'amounts before a change',
  denominator: null,
  clause: 'terms.opportunity',
});
