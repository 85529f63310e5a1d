import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { leadToWinRate } from './lead-to-win-rate.ts';

testMetric(leadToWinRate, {
  'is the share of captured leads that were won, by the month of capture': {
    log: [
      ...journey('ann', { captured: '2026-01-01', won: '2026-06-01' }),
      ...journey('ben', { captured: '2026-01-02' }),
      ...journey('cat', { captured: '2026-01-03' }),
      ...journey('dan', { captured: '2026-01-04' }),
      ...journey('eve', { captured: '2026-02-01', won: '2026-02-01' }),
    ],
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator', 'mature', 'clause'],
    rows: [
      ['2026-01', 1 / 4, 1, 4, true, 'windows.default'],
      ['2026-02', 1, 1, 1, true, 'windows.default'],
    ],
  },
});
