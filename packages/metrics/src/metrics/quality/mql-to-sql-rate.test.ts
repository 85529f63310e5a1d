import { sentBack } from '../../../test/support/events.ts';
import { journey } from '../../../test/support/journey.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { mqlToSqlRate } from './mql-to-sql-rate.ts';

testMetric(mqlToSqlRate, {
  'is anchored at the MQL; who was given up stays, who skipped the MQL is implied': {
    log: [
      ...journey('ann', { captured: '2026-01-01', mql: '2026-01-05', sql: '2026-02-09' }),
      ...journey('ben', { captured: '2026-01-01', mql: '2026-01-05' }),
      sentBack('disqualified', 'ben', '2026-01-06'),
      ...journey('cat', { captured: '2026-01-01', sql: '2026-02-03' }),
      ...journey('dan', { captured: '2026-01-01' }),
    ],
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator', 'implied', 'mature'],
    rows: [
      ['2026-01', 1 / 2, 1, 2, 0, true],
      ['2026-02', 1, 1, 1, 1, true],
    ],
  },
});
