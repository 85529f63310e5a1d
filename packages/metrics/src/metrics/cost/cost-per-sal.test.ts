import { accepted, captured, opened, stageReset } from '../../../test/support/events.ts';
import { spent } from '../../../test/support/ledger-events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { costPerSal } from './cost-per-sal.ts';

testMetric(costPerSal, {
  'is over the leads that sales accepted, an implied acceptance among them, a corrected one not': {
    log: [
      spent('spring', ['2026-01-01', '2026-01-31'], 100),
      captured('ann', '2026-01-05'),
      accepted('ann', '2026-01-06'),
      captured('ben', '2026-01-05'),
      opened('d', '2026-01-09', ['ben']),
      captured('cat', '2026-01-05'),
      accepted('cat', '2026-01-06'),
      stageReset('cat', '2026-01-07', 'mql', 'correction'),
    ],
    columns: ['value', 'numerator', 'denominator', 'implied'],
    rows: [[5000, 10_000, 2, 1]],
  },
});
