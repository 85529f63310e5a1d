import { assigned } from '../../test/support/events.ts';
import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { salToSqlRate } from './sal-to-sql-rate.ts';

testMetric(salToSqlRate, {
  'is read by the owner at the acceptance': {
    log: [
      ...journey('ann', { captured: '2026-01-01', sal: '2026-01-05', sql: '2026-01-09' }),
      assigned('ann', '2026-01-04', 'sue'),
      assigned('ann', '2026-01-08', 'sam'),
      ...journey('ben', { captured: '2026-01-01', sal: '2026-01-05' }),
      assigned('ben', '2026-01-04', 'sue'),
      ...journey('cat', { captured: '2026-01-01', sal: '2026-01-05', sql: '2026-01-06' }),
    ],
    report: { by: ['owner'] },
    columns: ['value', 'numerator', 'denominator'],
    rows: [
      ['sue', 1 / 2, 1, 2],
      [null, 1, 1, 1],
    ],
  },
});
