import { answered } from '../../../test/support/ledger-events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { pulse } from './pulse.ts';

const log = [
  answered('marketing', '2026-01-10', 4),
  answered('marketing', '2026-01-11', 1),
  answered('sales', '2026-01-12', 5),
  answered('sales', '2026-03-12', 2),
];

testMetric(pulse, {
  'is the mean of the answers; a month without any has none': {
    log,
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator', 'unit', 'clause'],
    rows: [
      ['2026-01', 10 / 3, null, 3, 'points', 'cadence'],
      ['2026-02', null, null, 0, 'points', 'cadence'],
      ['2026-03', 2, null, 1, 'points', 'cadence'],
    ],
  },
  'shows whether both teams see it alike': {
    log,
    report: { by: ['team'], to: '2026-01-31' },
    columns: ['value'],
    rows: [
      ['marketing', 2.5],
      ['sales', 5],
    ],
  },
});
