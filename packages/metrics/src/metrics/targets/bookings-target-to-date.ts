import { targetOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';

/** The part of the agreed target of Bookings that falls on the days of the period up to as-of. */
export const bookingsTargetToDate = defineMetric({
  id: 'bookings_target_to_date',
  label: 'Bookings, target to date',
  unit: 'money',
  direction: 'neutral',
  owner: 'both',
  anchor: 'won',
  measure: targetOf('bookings', 'to_date'),
  formula: 'The part of the target of bookings that falls on the days of the period up to as-of.',
  numerator: null,
  denominator: null,
  clause: 'goals',
});
