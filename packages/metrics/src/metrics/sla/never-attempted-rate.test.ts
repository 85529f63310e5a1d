import { attempted, automated, captured, handedOff, sentBack } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { neverAttemptedRate } from './never-attempted-rate.ts';

testMetric(neverAttemptedRate, {
  'counts hand-offs that a person never tried, each by itself': {
    log: [
      ...['ann', 'ben', 'cat', 'dan'].map((lead) => captured(lead, '2026-01-01')),
      ...['ann', 'ben', 'cat', 'dan'].map((lead) => handedOff(lead, '2026-01-05')),
      attempted('ann', '2026-01-06', { connected: false }),
      // What came before the hand-off, a machine and a call of the lead are no attempts of it.
      attempted('ben', '2026-01-04'),
      automated('cat', '2026-01-06'),
      attempted('dan', '2026-01-06', { direction: 'inbound' }),
      handedOff('ann', '2026-01-20'),
      captured('eve', '2026-01-01'),
    ],
    columns: ['value', 'numerator', 'denominator'],
    rows: [[4 / 5, 4, 5]],
  },
  'keeps those that were rejected without a call': {
    log: [
      handedOff('ann', '2026-01-05'),
      sentBack('rejected', 'ann', '2026-01-06'),
      handedOff('ben', '2026-01-05'),
      attempted('ben', '2026-01-06'),
    ],
    columns: ['value', 'denominator'],
    rows: [[1 / 2, 2]],
  },
  'is nothing without a hand-off': {
    log: [captured('ann', '2026-01-01')],
    columns: ['value', 'numerator', 'denominator'],
    rows: [[null, 0, 0]],
  },
});
