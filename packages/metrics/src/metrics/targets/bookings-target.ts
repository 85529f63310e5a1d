import { targetOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** The agreed target of Bookings in the period; none for a group or a filter. */
export const bookingsTarget = defineMetric({
  id: 'bookings_target',
  label: 'Bookings, target',
  unit: 'money',
  direction: 'neutral',
  owner: 'both',
  anchor: 'won',
  measure: targetOf('bookings'),
  formula:
    'The bookings that the agreement wants in the period: by its plan, a goal, or an SLA of quantity. A part of a month, quarter or year gets its share by days.',
  numerator: null,
  denominator: null,
  clause: 'goals',
});
