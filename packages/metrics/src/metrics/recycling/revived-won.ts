import { countOf } from '../../report/measures.ts';
import { isOrdered, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Revived leads that were won after their revival. */
export const revivedWon = defineMetric({
  id: 'revived_won',
  label: 'Won after revival',
  unit: 'leads',
  direction: 'up',
  owner: 'both',
  anchor: 'revived',
  measure: countOf({ grain: 'leads', anchors: ['revived'], counted: rowsWith(isOrdered('at_revived', 'at_won')) }),
  formula: 'Of the leads that were revived, the number that were won afterwards.',
  numerator: 'revived leads that were won',
  denominator: null,
  clause: 'reasons',
});
