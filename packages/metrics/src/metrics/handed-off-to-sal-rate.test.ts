import { leadEvent } from '../../test/support/events.ts';
import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { handedOffToSalRate } from './handed-off-to-sal-rate.ts';

testMetric(handedOffToSalRate, {
  'keeps what sales rejected in the denominator': {
    log: [
      ...journey('ann', { captured: '2026-01-01', handed_off: '2026-01-02', sal: '2026-01-03' }),
      ...journey('ben', { captured: '2026-01-01', handed_off: '2026-01-02' }),
      leadEvent('rejected', 'ben', '2026-01-03', { reason: 'wrong_profile' }),
      ...journey('cat', { captured: '2026-01-01', handed_off: '2026-01-02' }),
      leadEvent('recycled', 'cat', '2026-01-03', { reason: 'not_ready' }),
      ...journey('dan', { captured: '2026-01-01', mql: '2026-01-02' }),
    ],
    columns: ['value', 'numerator', 'denominator'],
    rows: [[1 / 3, 1, 3]],
  },
});
