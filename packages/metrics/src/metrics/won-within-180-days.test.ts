import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { wonWithin180Days } from './won-within-180-days.ts';

testMetric(wonWithin180Days, {
  'is split by the week of capture': {
    log: [
      // 5 January 2026 was a Monday.
      ...journey('ann', { captured: '2026-01-04T23:59:59Z', won: '2026-07-03' }),
      ...journey('ben', { captured: '2026-01-05', won: '2026-07-04' }),
      ...journey('cat', { captured: '2026-01-05', won: '2026-07-05' }),
    ],
    report: { by: ['week'] },
    columns: ['value', 'numerator', 'denominator'],
    rows: [
      ['2025-12-29', 1, 1, 1],
      ['2026-01-05', 1 / 2, 1, 2],
    ],
  },
});
