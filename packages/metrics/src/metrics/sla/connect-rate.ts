import { shareOf } from '../../report/measures.ts';
import { bothOf, has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';
import { impliedHandOffs } from '../row-sets.ts';

/** Share of attempted hand-offs in which the lead was reached. */
export const connectRate = defineMetric({
  id: 'connect_rate',
  label: 'Connect rate',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'handed_off',
  measure: shareOf({
    grain: 'cycles',
    anchors: ['handed_off'],
    numerator: rowsWith(has('at_attempted'), has('at_connected')),
    denominator: rowsWith(has('at_attempted')),
    implied: bothOf(rowsWith(has('at_attempted')), impliedHandOffs),
  }),
  formula: 'Of the hand-offs that were attempted, the share in which somebody was reached.',
  numerator: 'hand-offs in which somebody was reached',
  denominator: 'hand-offs with an attempt',
  clause: 'sla',
});
