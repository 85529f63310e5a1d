import { moneyOf } from '../../report/measures.ts';
import { has, hasNo, isAtLeast, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Revenue from leads that would have been forgotten: bookings of revived leads, by the date of the win. */
export const revivedBookings = defineMetric({
  id: 'revived_bookings',
  label: 'Bookings from revived leads',
  unit: 'money',
  direction: 'up',
  owner: 'both',
  anchor: 'won',
  measure: moneyOf({
    grain: 'opportunities',
    anchors: ['won'],
    rateAt: 'at_won',
    counted: rowsWith(has('at_won'), isAtLeast('revived', 1), has('amount')),
    excluded: rowsWith(has('at_won'), isAtLeast('revived', 1), hasNo('amount')),
  }),
  formula: 'The sum of the amounts of won deals that came of leads that had been recycled before.',
  numerator: 'won deals of revived leads with an amount',
  denominator: null,
  clause: 'reasons',
});
