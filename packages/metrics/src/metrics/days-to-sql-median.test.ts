import { after, journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { daysToSqlMedian } from './days-to-sql-median.ts';

testMetric(daysToSqlMedian, {
  'leaves out what happened in an impossible order, and says so': {
    log: [
      ...journey('ann', { captured: after(10), sql: after(9) }),
      ...journey('ben', { captured: after(0), sql: after(8) }),
      ...journey('cat', { captured: after(0), sql: after(12) }),
    ],
    columns: ['value', 'denominator', 'excluded'],
    rows: [[10, 2, 1]],
  },
});
