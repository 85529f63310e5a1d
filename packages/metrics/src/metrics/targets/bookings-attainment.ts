import { quotientOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** How much of the agreed target of Bookings is reached. */
export const bookingsAttainment = defineMetric({
  id: 'bookings_attainment',
  label: 'Bookings, of target',
  unit: 'ratio',
  direction: 'up',
  owner: 'both',
  anchor: 'won',
  measure: quotientOf('bookings', 'bookings_target'),
  formula: 'Bookings of the period, by the date of the win, over the whole target of the period.',
  numerator: 'bookings',
  denominator: 'the target of bookings',
  clause: 'goals',
});
