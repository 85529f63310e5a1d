import { numberOf } from '../../report/measures.ts';
import { everyRow } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';
import { impliedHandOffs } from '../row-sets.ts';

/** Mean number of attempts in a hand-off, those without any included. */
export const attemptsMean = defineMetric({
  id: 'attempts_mean',
  label: 'Attempts per hand-off',
  unit: 'number',
  direction: 'neutral',
  owner: 'sales',
  anchor: 'handed_off',
  measure: numberOf({
    grain: 'cycles',
    anchors: ['handed_off'],
    value: { kind: 'column', column: 'attempts' },
    counted: everyRow,
    implied: impliedHandOffs,
    p: 'mean',
  }),
  formula: 'The mean number of attempts by a person per hand-off.',
  numerator: null,
  denominator: 'hand-offs',
  clause: 'sla',
});
