import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { mqlWithin7Days } from './mql-within-7-days.ts';

testMetric(mqlWithin7Days, {
  'counts the last millisecond of the seventh day in': {
    log: [
      ...journey('ann', { captured: '2026-01-01', mql: '2026-01-08' }),
      ...journey('ben', { captured: '2026-01-01', mql: '2026-01-08T00:00:00.001Z' }),
      ...journey('cat', { captured: '2026-01-01' }),
    ],
    columns: ['value', 'numerator', 'denominator', 'mature'],
    rows: [[1 / 3, 1, 3, true]],
  },
});
