import { countOf } from '../../report/measures.ts';
import { has, isBelow, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Meetings that were booked, by the date of it: once each, however often they are planned again. */
export const meetingsBooked = defineMetric({
  id: 'meetings_booked',
  label: 'Meetings booked',
  unit: 'meetings',
  direction: 'up',
  owner: 'sales',
  anchor: 'booked',
  measure: countOf({
    grain: 'meetings',
    anchors: ['booked'],
    counted: rowsWith(has('at_booked'), isBelow('occurrence', 2)),
  }),
  formula:
    'The number of meetings that were booked, by the date of the booking; one that is planned again counts once.',
  numerator: 'meetings that were booked',
  denominator: null,
  clause: 'handOffs',
});
