import { attempted, automated, handedOff } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { attemptsMean } from './attempts-mean.ts';

testMetric(attemptsMean, {
  'counts the attempts of people in each hand-off, none where there were none': {
    log: [
      handedOff('ann', '2026-01-05'),
      attempted('ann', '2026-01-06'),
      attempted('ann', '2026-01-07', { connected: false }),
      automated('ann', '2026-01-08'),
      attempted('ann', '2026-01-09', { direction: 'inbound' }),
      handedOff('ann', '2026-01-10'),
      attempted('ann', '2026-01-11'),
      attempted('ann', '2026-01-12'),
      attempted('ann', '2026-01-13'),
      handedOff('ben', '2026-01-05'),
    ],
    columns: ['value', 'numerator', 'denominator'],
    rows: [[5 / 3, null, 3]],
  },
  'is nothing without a hand-off': {
    log: [attempted('ann', '2026-01-06')],
    columns: ['value', 'denominator'],
    rows: [[null, 0]],
  },
});
