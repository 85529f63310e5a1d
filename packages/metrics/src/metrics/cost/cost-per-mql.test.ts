import { captured, qualified } from '../../../test/support/events.ts';
import { spent } from '../../../test/support/ledger-events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { costPerMql } from './cost-per-mql.ts';

testMetric(costPerMql, {
  'is over the leads that became an MQL, by the month of their capture': {
    log: [
      spent('spring', ['2026-01-31', '2026-02-01'], 120),
      captured('ann', '2026-01-05'),
      qualified('ann', '2026-02-03'),
      qualified('ann', '2026-02-04'),
      captured('ben', '2026-01-06'),
      captured('cat', '2026-02-06'),
      qualified('cat', '2026-02-07'),
      captured('dan', '2026-02-06'),
      qualified('dan', '2026-02-07'),
    ],
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator'],
    rows: [
      ['2026-01', 6000, 6000, 1],
      ['2026-02', 3000, 6000, 2],
    ],
  },
});
