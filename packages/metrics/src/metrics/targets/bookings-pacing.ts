import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** How Bookings stand against the part of its target that should be reached by as-of. */
export const bookingsPacing = defineMetric({
  id: 'bookings_pacing',
  label: 'Bookings, pacing',
  unit: 'ratio',
  direction: 'up',
  owner: 'both',
  anchor: 'won',
  measure: quotientOf('bookings', 'bookings_target_to_date'),
  formula:
    'Bookings of the period, by the date of the win, over the part of the target that falls on the days up to as-of: 100 % is on pace.',
  numerator: 'bookings',
  denominator: 'the target of bookings to date',
  clause: 'goals',
});
