import { deal } from '../../test/support/events.ts';
import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { wonWithin365Days } from './won-within-365-days.ts';

testMetric(wonWithin365Days, {
  'counts a win after a year and a day out, and a reopened one too': {
    log: [
      ...journey('ann', { captured: '2026-01-01', won: '2027-01-01' }),
      ...journey('ben', { captured: '2026-01-01', won: '2027-01-02' }),
      ...journey('cat', { captured: '2026-01-01', won: '2026-05-01' }),
      deal('reopened', 'cat', '2026-06-01'),
    ],
    columns: ['value', 'numerator', 'denominator', 'mature'],
    rows: [[1 / 3, 1, 3, true]],
  },
});
