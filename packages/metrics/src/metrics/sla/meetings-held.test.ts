import { captured, meeting } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { meetingsHeld } from './meetings-held.ts';

testMetric(meetingsHeld, {
  'counts by the date on which they were held, once each': {
    log: [
      captured('ann', '2026-01-01'),
      meeting('m1', 'ann', '2026-01-05', 'scheduled'),
      meeting('m1', 'ann', '2026-02-05', 'completed'),
      meeting('m1', 'ann', '2026-02-06', 'completed'),
      meeting('m2', 'ann', '2026-02-06', 'completed'),
      meeting('missed', 'ann', '2026-02-06', 'no_show'),
    ],
    report: { by: ['month'] },
    columns: ['value'],
    rows: [['2026-02', 2]],
  },
});
