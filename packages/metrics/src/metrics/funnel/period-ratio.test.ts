import { journey } from '../../../test/support/journey.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { periodRatio } from './period-ratio.ts';

testMetric(periodRatio, {
  'divides two cohorts: what was won in the month by what was captured in it': {
    log: [
      ...journey('old', { captured: '2026-01-01', won: '2026-02-10' }),
      ...journey('older', { captured: '2026-01-02', won: '2026-02-11' }),
      ...journey('new', { captured: '2026-02-01' }),
    ],
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator', 'low', 'mature'],
    rows: [
      ['2026-01', 0, 0, 2, null, null],
      ['2026-02', 2, 2, 1, null, null],
    ],
  },
});
