import { productOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** What the leads of the black hole would bring, if they were won as often as the others. */
export const blackHoleValue = defineMetric({
  id: 'black_hole_value',
  label: 'Expected value in the black hole',
  unit: 'money',
  direction: 'down',
  owner: 'both',
  anchor: 'captured',
  measure: productOf('black_hole', '~expected_deal'),
  formula:
    'The leads of the black hole times what a lead is worth on average; of a group or filter that has no figure of its own yet, what any lead is worth. It is an upper bound: neither age nor stage lowers it, and a lost, rejected or old lead counts as much as a fresh one. Compare it over time; do not book it.',
  numerator: null,
  denominator: null,
  clause: 'currency',
});
