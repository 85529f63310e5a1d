import { defineMetric } from './define-metric.ts';

/** Sum of the amounts of won opportunities, by the date of the win; wins without an amount are counted as excluded. */
export const bookings = defineMetric({
  id: 'bookings',
  label: 'Bookings',
  unit: 'money',
  direction: 'up',
  owner: 'both',
  anchor: 'won',
  measure: { kind: 'sum', stage: 'won' },
  formula: 'The sum of the amounts of won opportunities, by the date of the win, in the currency of the agreement.',
  numerator: 'won opportunities with an amount',
  denominator: null,
  clause: 'currency',
  counts: 'terms.customer',
});
