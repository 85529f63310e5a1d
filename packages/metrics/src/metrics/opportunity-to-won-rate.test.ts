import { deal } from '../../test/support/events.ts';
import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { opportunityToWonRate } from './opportunity-to-won-rate.ts';

testMetric(opportunityToWonRate, {
  'keeps lost and open deals in the denominator': {
    log: [
      ...journey('ann', { captured: '2026-01-01', opportunity: '2026-01-05', won: '2026-02-01' }),
      ...journey('ben', { captured: '2026-01-01', opportunity: '2026-01-06' }),
      deal('lost', 'ben', '2026-02-01'),
      ...journey('cat', { captured: '2026-01-01', opportunity: '2026-01-07' }),
      ...journey('dan', { captured: '2026-01-01', sql: '2026-01-08' }),
    ],
    columns: ['value', 'numerator', 'denominator', 'anchor'],
    rows: [[1 / 3, 1, 3, 'opportunity']],
  },
});
