import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { wonWithin30Days } from './won-within-30-days.ts';

testMetric(wonWithin30Days, {
  'measures 30 times 24 hours, not a month': {
    log: [
      // February has 28 days: on 3 March the 30th day has passed.
      ...journey('ann', { captured: '2026-02-01T12:00:00Z', won: '2026-03-03T12:00:00Z' }),
      ...journey('ben', { captured: '2026-02-01T12:00:00Z', won: '2026-03-03T12:00:01Z' }),
      ...journey('cat', { captured: '2026-02-01T12:00:00Z', won: '2026-02-01T12:00:00Z' }),
      ...journey('dan', { captured: '2026-02-02', won: '2026-02-01' }),
    ],
    columns: ['value', 'numerator', 'denominator', 'excluded'],
    rows: [[2 / 3, 2, 3, 1]],
  },
});
