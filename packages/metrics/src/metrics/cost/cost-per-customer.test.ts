import { captured, won } from '../../../test/support/events.ts';
import { reopened, spent } from '../../../test/support/ledger-events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { costPerCustomer } from './cost-per-customer.ts';

testMetric(costPerCustomer, {
  'is over the leads that were won in the period, whenever they came': {
    log: [
      spent('spring', ['2026-01-31', '2026-02-01'], 120),
      captured('ann', '2025-11-05'),
      won('d1', '2026-02-03', ['ann']),
      won('d2', '2026-02-04', ['ann']),
      captured('ben', '2026-01-05'),
      won('d3', '2026-02-20', ['ben']),
      captured('cat', '2026-01-05'),
      won('d4', '2026-01-20', ['cat']),
      reopened('d4', '2026-01-21'),
    ],
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator'],
    rows: [
      ['2026-01', null, 6000, 0],
      ['2026-02', 3000, 6000, 2],
    ],
  },
});
