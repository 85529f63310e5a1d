import { captured, meeting } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { meetingsMissed } from './meetings-missed.ts';

testMetric(meetingsMissed, {
  'counts by the date on which the lead did not come, one that was made up for too; not what was called off': {
    log: [
      captured('ann', '2026-01-01'),
      meeting('m1', 'ann', '2026-01-05', 'scheduled'),
      meeting('m1', 'ann', '2026-02-05', 'no_show'),
      meeting('m1', 'ann', '2026-02-06', 'rescheduled'),
      meeting('m1', 'ann', '2026-03-01', 'completed'),
      meeting('off', 'ann', '2026-02-06', 'scheduled'),
      meeting('off', 'ann', '2026-02-07', 'canceled'),
    ],
    report: { by: ['month'] },
    columns: ['value'],
    rows: [['2026-02', 1]],
  },
});
