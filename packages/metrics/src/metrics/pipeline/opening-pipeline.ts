import { levelOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Amounts of the deals that were open when the period began: the first pillar of the bridge. */
export const openingPipeline = defineMetric({
  id: 'opening_pipeline',
  label: 'Pipeline at the beginning',
  unit: 'money',
  direction: 'neutral',
  owner: 'sales',
  anchor: 'began',
  measure: levelOf({
    grain: 'spans',
    anchors: ['began'],
    began: 'at_began',
    left: 'at_left',
    counted: rowsWith(has('amount')),
    moment: 'opening',
    money: { value: { kind: 'column', column: 'amount' }, scale: 1, currency: 'currency' },
  }),
  formula: 'The sum of the amounts of deals that were open at the beginning of the period.',
  numerator: 'deals open at the beginning, with an amount',
  denominator: null,
  clause: 'terms.opportunity',
});
