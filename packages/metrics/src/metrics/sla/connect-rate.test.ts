import { attempted, automated, handedOff } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { connectRate } from './connect-rate.ts';

testMetric(connectRate, {
  'counts hand-offs, not calls; those that nobody tried are not in it': {
    log: [
      ...['ann', 'ben', 'cat', 'dan'].map((lead) => handedOff(lead, '2026-01-05')),
      attempted('ann', '2026-01-06', { connected: false }),
      attempted('ann', '2026-01-07'),
      attempted('ann', '2026-01-08'),
      attempted('ben', '2026-01-06', { connected: false }),
      attempted('ben', '2026-01-07', { connected: false }),
      automated('cat', '2026-01-06'),
    ],
    columns: ['value', 'numerator', 'denominator'],
    rows: [[1 / 2, 1, 2]],
  },
  'takes a call back of the lead as reached': {
    log: [
      handedOff('ann', '2026-01-05'),
      attempted('ann', '2026-01-06', { connected: false }),
      attempted('ann', '2026-01-07', { direction: 'inbound' }),
    ],
    columns: ['value', 'numerator', 'denominator'],
    rows: [[1, 1, 1]],
  },
});
