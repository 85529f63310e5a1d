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
    'What the agreement wants of Bookings in the period: of the plan, a goal, or an SLA of quantity; a period cut otherwise gets its share by days.',
  numerator: null,
  denominator: null,
  clause: 'goals',
});
