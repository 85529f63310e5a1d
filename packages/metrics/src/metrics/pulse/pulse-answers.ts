import { countOf } from '../../report/measures.ts';
import { everyRow } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Answers to the pulse in the period. */
export const pulseAnswers = defineMetric({
  id: 'pulse_answers',
  label: 'Answers to the pulse',
  unit: 'answers',
  direction: 'up',
  owner: 'both',
  anchor: 'answered',
  measure: countOf({ grain: 'pulses', anchors: ['answered'], counted: everyRow }),
  formula: 'The number of answers to the question whether the teams are in sync.',
  numerator: 'answers',
  denominator: null,
  clause: 'cadence',
});
