import { countOf } from '../../report/measures.ts';
import { everyRow } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';
import { impliedHandOffs } from '../row-sets.ts';

/** Hand-offs, each a cycle of its own (rule 11); handed_off counts the leads. */
export const handOffs = defineMetric({
  id: 'hand_offs',
  label: 'Hand-offs',
  unit: 'hand_offs',
  direction: 'neutral',
  owner: 'marketing',
  anchor: 'handed_off',
  measure: countOf({ grain: 'cycles', anchors: ['handed_off'], counted: everyRow, implied: impliedHandOffs }),
  formula: 'The number of hand-offs, by their date; a lead that was handed off twice counts twice.',
  numerator: 'hand-offs',
  denominator: null,
  clause: 'handOffs',
});
