import { levelOf } from '../../report/measures.ts';
import { anyOf, has, hasNo, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Open pipeline weighted by the agreed probability of each stage. */
export const weightedPipeline = defineMetric({
  id: 'weighted_pipeline',
  label: 'Weighted pipeline',
  unit: 'money',
  direction: 'up',
  owner: 'sales',
  anchor: 'began',
  measure: levelOf({
    grain: 'spans',
    anchors: ['began'],
    began: 'at_began',
    left: 'at_left',
    counted: rowsWith(has('amount'), has('probability')),
    excluded: anyOf(rowsWith(hasNo('amount')), rowsWith(has('amount'), hasNo('probability'))),
    money: { value: { kind: 'product', columns: ['amount', 'probability'] }, scale: 1000, currency: 'currency' },
  }),
  formula:
    'The amounts of the deals that are open at the end of the period, each times the probability of its stage. Left out, and said to be, are deals without an amount or without a stage to which the agreement gives a probability.',
  numerator: 'open deals with an amount in a known stage',
  denominator: null,
  clause: 'pipelines',
});
