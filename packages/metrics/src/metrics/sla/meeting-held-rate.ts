import { shareOf } from '../../report/measures.ts';
import { has, hasNo, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/**
 * Share of booked meetings that were held; those still to come are not in it. One that was missed and planned again is two:
 * missed, and held or missed.
 */
export const meetingHeldRate = defineMetric({
  id: 'meeting_held_rate',
  label: 'Meetings held of booked',
  unit: 'ratio',
  direction: 'up',
  owner: 'sales',
  anchor: 'booked',
  measure: shareOf({
    grain: 'meetings',
    anchors: ['booked', 'starts'],
    numerator: rowsWith(has('at_held')),
    denominator: rowsWith(has('at_held')).concat(
      rowsWith(hasNo('at_held'), has('at_no_show')),
      rowsWith(hasNo('at_held'), has('at_canceled')),
    ),
    matures: { kind: 'settled', open: rowsWith(hasNo('at_held'), hasNo('at_no_show'), hasNo('at_canceled')) },
  }),
  formula:
    'Of the booked meetings that came to an end, the share that were held; each time that was set and came counts, moved before it or not.',
  numerator: 'meetings that were held',
  denominator: 'meetings that were held, missed or canceled',
  clause: 'sla',
});
