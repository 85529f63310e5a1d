import { sumOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** What is still missing of the target of bookings in the period. */
export const bookingsRemaining = defineMetric({
  id: 'bookings_remaining',
  label: 'Bookings still wanted',
  unit: 'money',
  direction: 'down',
  owner: 'both',
  anchor: 'won',
  measure: sumOf('bookings_target', '-bookings'),
  formula: 'The target of bookings less what was booked.',
  numerator: null,
  denominator: null,
  clause: 'goals',
});
