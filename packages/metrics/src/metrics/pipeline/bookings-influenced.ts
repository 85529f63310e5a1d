import { moneyOf } from '../../report/measures.ts';
import { has, hasNo, isOneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Bookings that were sourced or influenced by marketing, by the rule of the agreement. */
export const bookingsInfluenced = defineMetric({
  id: 'bookings_influenced',
  label: 'Bookings influenced',
  unit: 'money',
  direction: 'up',
  owner: 'marketing',
  anchor: 'won',
  measure: moneyOf({
    grain: 'opportunities',
    anchors: ['won'],
    rateAt: 'at_won',
    counted: rowsWith(has('at_won'), isOneOf('marketing', 'sourced', 'influenced'), has('amount')),
    excluded: rowsWith(has('at_won'), isOneOf('marketing', 'sourced', 'influenced'), hasNo('amount')),
  }),
  formula:
    'The sum of the amounts of won deals that were sourced or influenced by marketing by the agreed rule, by the date of the win.',
  numerator: 'won deals sourced or influenced by marketing with an amount',
  denominator: null,
  clause: 'sourcing',
});
