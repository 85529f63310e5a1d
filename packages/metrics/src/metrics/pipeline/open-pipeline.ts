import { levelOf } from '../../report/measures.ts';
import { has, hasNo, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Amounts of the deals that are open at the end of the period. */
export const openPipeline = defineMetric({
  id: 'open_pipeline',
  label: 'Open pipeline',
  unit: 'money',
  direction: 'up',
  owner: 'sales',
  anchor: 'began',
  measure: levelOf({
    grain: 'spans',
    anchors: ['began'],
    began: 'at_began',
    left: 'at_left',
    counted: rowsWith(has('amount')),
    excluded: rowsWith(hasNo('amount')),
    money: { value: { kind: 'column', column: 'amount' }, scale: 1, currency: 'currency' },
  }),
  formula:
    'The sum of the amounts of deals that are open at the end of the period; by stage it shows where they stand.',
  numerator: 'open deals with an amount',
  denominator: null,
  clause: 'terms.opportunity',
});
