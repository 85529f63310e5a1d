import { shareOf } from '../../report/measures.ts';
import { everyRow, hasNo, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';
import { impliedHandOffs } from '../row-sets.ts';

/** Share of hand-offs without any attempt by a person. */
export const neverAttemptedRate = defineMetric({
  id: 'never_attempted_rate',
  label: 'Never attempted',
  unit: 'ratio',
  direction: 'down',
  owner: 'sales',
  anchor: 'handed_off',
  measure: shareOf({
    grain: 'cycles',
    anchors: ['handed_off'],
    numerator: rowsWith(hasNo('at_attempted')),
    denominator: everyRow,
    implied: impliedHandOffs,
  }),
  formula: 'Of the hand-offs, the share that nobody has tried to reach.',
  numerator: 'hand-offs without an attempt',
  denominator: 'hand-offs',
  clause: 'sla',
});
