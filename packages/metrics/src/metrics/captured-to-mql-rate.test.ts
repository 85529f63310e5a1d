import { expect } from 'vitest';
import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { capturedToMqlRate } from './captured-to-mql-rate.ts';

testMetric(capturedToMqlRate, {
  'is the share of captured leads that became an MQL, later stages included': {
    log: [
      ...journey('ann', { captured: '2026-01-01', mql: '2026-01-03' }),
      ...journey('ben', { captured: '2026-01-02', sal: '2026-01-09' }),
      ...journey('cat', { captured: '2026-01-03' }),
      ...journey('dan', { captured: '2026-01-04' }),
    ],
    columns: ['value', 'numerator', 'denominator', 'implied', 'low', 'high'],
    // Wilson for a half of n: 1/2 ± z / (2 √(n + z²)), z² = 3.8415.
    rows: [[1 / 2, 2, 4, 1, expect.closeTo(0.150039, 6), expect.closeTo(0.849961, 6)]],
  },
});
