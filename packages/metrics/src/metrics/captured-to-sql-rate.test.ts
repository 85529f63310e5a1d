import { expect } from 'vitest';
import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { capturedToSqlRate } from './captured-to-sql-rate.ts';

testMetric(capturedToSqlRate, {
  'is null where nobody was captured, and 0 where nobody converted': {
    log: [
      ...journey('ann', { captured: '2026-01-15', sal: '2026-01-16' }),
      ...journey('ben', { captured: '2026-03-15', sql: '2026-03-16' }),
    ],
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator', 'low', 'high'],
    // Wilson for nobody of one: up to z² / (1 + z²); for all of one: from 1 / (1 + z²).
    rows: [
      ['2026-01', 0, 0, 1, 0, expect.closeTo(0.793451, 6)],
      ['2026-02', null, 0, 0, null, null],
      ['2026-03', 1, 1, 1, expect.closeTo(0.206549, 6), 1],
    ],
  },
});
