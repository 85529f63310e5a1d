import { attempted, captured, stageReset } from '../../test/support/events.ts';
import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { accepted } from './accepted.ts';

testMetric(accepted, {
  'counts what sales accepted; an attempt is no acceptance': {
    log: [
      ...journey('ann', { captured: '2026-01-01', sal: '2026-01-05' }),
      captured('ben', '2026-01-01'),
      attempted('ben', '2026-01-02'),
      ...journey('cat', { captured: '2026-01-01', opportunity: '2026-01-20' }),
    ],
    columns: ['value', 'implied'],
    rows: [[2, 1]],
  },
  'forgets an acceptance that was a mistake': {
    log: [
      ...journey('ann', { captured: '2026-01-01', sal: '2026-01-05' }),
      stageReset('ann', '2026-01-06', 'mql', 'correction'),
    ],
    columns: ['value'],
    rows: [[0]],
  },
});
