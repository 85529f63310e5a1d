import { captured, meeting } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { meetingsBooked } from './meetings-booked.ts';

testMetric(meetingsBooked, {
  'counts meetings, not what is said of them, by the date of the booking': {
    log: [
      captured('ann', '2026-01-01'),
      meeting('m1', 'ann', '2026-01-05', 'scheduled', { startsAt: '2026-02-03T10:00:00Z' }),
      meeting('m1', 'ann', '2026-01-06', 'rescheduled', { startsAt: '2026-02-05T10:00:00Z' }),
      meeting('m1', 'ann', '2026-02-05', 'no_show'),
      meeting('m2', 'ann', '2026-02-06', 'scheduled'),
      meeting('m2', 'ann', '2026-02-07', 'canceled'),
      meeting('m1', 'ann', '2026-02-08', 'rescheduled'),
      meeting('m1', 'ann', '2026-02-12', 'completed'),
    ],
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator'],
    rows: [
      ['2026-01', 1, 1, null],
      ['2026-02', 1, 1, null],
    ],
  },
});
