import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { salesQualified } from './sales-qualified.ts';

testMetric(salesQualified, {
  'counts SQLs by the quarter of their capture': {
    log: [
      ...journey('ann', { captured: '2026-03-31', sal: '2026-04-02', sql: '2026-04-09' }),
      ...journey('ben', { captured: '2026-04-01', sql: '2026-04-03' }),
      ...journey('cat', { captured: '2026-04-01', sal: '2026-04-03' }),
      ...journey('dan', { captured: '2026-06-30', won: '2026-08-01' }),
    ],
    report: { by: ['quarter'] },
    columns: ['value', 'implied'],
    rows: [
      ['2026-Q1', 1, 0],
      ['2026-Q2', 2, 1],
    ],
  },
});
