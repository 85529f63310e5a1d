import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { mqlToWonRate } from './mql-to-won-rate.ts';

testMetric(mqlToWonRate, {
  'does not care when the win came, only whether': {
    log: [
      ...journey('ann', { captured: '2026-01-01', mql: '2026-01-05', won: '2027-01-05' }),
      ...journey('ben', { captured: '2026-01-01', mql: '2026-01-05' }),
      ...journey('cat', { captured: '2026-01-01' }),
      ...journey('dan', { captured: '2026-01-01', won: '2026-01-05' }),
    ],
    report: { filters: [{ dimension: 'source.channel', in: [null] }] },
    columns: ['value', 'numerator', 'denominator', 'implied'],
    rows: [[2 / 3, 2, 3, 1]],
  },
});
