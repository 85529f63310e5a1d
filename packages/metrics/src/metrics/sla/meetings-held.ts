import { countOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Meetings that were held, by the date of it. */
export const meetingsHeld = defineMetric({
  id: 'meetings_held',
  label: 'Meetings held',
  unit: 'meetings',
  direction: 'up',
  owner: 'sales',
  anchor: 'held',
  measure: countOf({ grain: 'meetings', anchors: ['held'], counted: rowsWith(has('at_held')) }),
  formula: 'The number of meetings that were held, by the date of the meeting.',
  numerator: 'meetings that were held',
  denominator: null,
  clause: 'handOffs',
});
