import { after, journey } from '../../../test/support/journey.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { daysInSqlMedian } from './days-in-sql-median.ts';

testMetric(daysInSqlMedian, {
  'is the middle of those who got an opportunity, by channel': {
    log: [
      ...journey('ann', { captured: after(0), sql: after(1), opportunity: after(2), channel: 'email' }),
      ...journey('ben', { captured: after(0), sql: after(1), opportunity: after(4), channel: 'email' }),
      ...journey('cat', { captured: after(0), sql: after(1), opportunity: after(31), channel: 'email' }),
      ...journey('dan', { captured: after(0), sql: after(1), channel: 'paid' }),
    ],
    report: { by: ['source.channel'] },
    columns: ['value', 'denominator'],
    rows: [
      ['email', 3, 3],
      ['paid', null, 0],
    ],
  },
});
