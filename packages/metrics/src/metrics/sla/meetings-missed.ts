import { countOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Meetings that were missed by the lead, by the date of it. */
export const meetingsMissed = defineMetric({
  id: 'meetings_missed',
  label: 'Meetings missed',
  unit: 'meetings',
  direction: 'down',
  owner: 'sales',
  anchor: 'no_show',
  measure: countOf({ grain: 'meetings', anchors: ['no_show'], counted: rowsWith(has('at_no_show')) }),
  formula: 'The number of meetings that were missed by the lead, by the date of the missed meeting.',
  numerator: 'meetings that were missed by the lead',
  denominator: null,
  clause: 'handOffs',
});
