import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { salWithin30Days } from './sal-within-30-days.ts';

testMetric(salWithin30Days, {
  'is not mature before the thirtieth day of the youngest lead': {
    log: [
      ...journey('ann', { captured: '2026-01-01', sal: '2026-01-20' }),
      ...journey('ben', { captured: '2026-01-02' }),
    ],
    report: { by: ['source.channel'], asOf: '2026-01-31T23:59:59Z' },
    columns: ['value', 'mature'],
    rows: [[null, 1 / 2, false]],
  },
  'is mature from then on': {
    log: [
      ...journey('ann', { captured: '2026-01-01', sal: '2026-01-20' }),
      ...journey('ben', { captured: '2026-01-02' }),
    ],
    report: { asOf: '2026-02-01T00:00:00Z' },
    columns: ['value', 'mature', 'projected'],
    rows: [[1 / 2, true, null]],
  },
});
