import { numberOf } from '../../report/measures.ts';
import { everyRow } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Mean answer of the pulse; by team it shows whether both see it alike. */
export const pulse = defineMetric({
  id: 'pulse',
  label: 'Are we in sync?',
  unit: 'points',
  direction: 'up',
  owner: 'both',
  anchor: 'answered',
  measure: numberOf({
    grain: 'pulses',
    anchors: ['answered'],
    value: { kind: 'column', column: 'in_sync' },
    counted: everyRow,
    p: 'mean',
  }),
  formula: 'The mean answer to the question whether the teams are in sync: 1 for not at all, 5 for fully.',
  numerator: null,
  denominator: 'answers',
  clause: 'cadence',
});
