import { attempted, automated, captured, handedOff } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { speedToLeadP90 } from './speed-to-lead-p90.ts';

testMetric(speedToLeadP90, {
  'is counted from the capture to the first attempt of a person, once for each lead': {
    log: [
      ...['ann', 'ben', 'cat', 'never'].map((lead) => captured(lead, '2026-01-05T09:00:00Z')),
      automated('ann', '2026-01-05T09:01:00Z'),
      attempted('ann', '2026-01-05T10:00:00Z', { connected: false }),
      attempted('ann', '2026-01-06T10:00:00Z'),
      handedOff('ann', '2026-01-07'),
      attempted('ann', '2026-01-09'),
      attempted('ben', '2026-01-05T09:30:00Z', { direction: 'inbound' }),
      attempted('ben', '2026-01-05T11:00:00Z'),
      // The night counts: it is elapsed time.
      attempted('cat', '2026-01-05T19:00:00Z'),
      // Called before it was captured.
      attempted('early', '2026-01-05T08:00:00Z'),
      captured('early', '2026-01-05T09:00:00Z'),
    ],
    // 0.8 of the way from 2 to 10.
    columns: ['value', 'numerator', 'denominator', 'excluded'],
    rows: [[8.4, null, 3, 1]],
  },
});
