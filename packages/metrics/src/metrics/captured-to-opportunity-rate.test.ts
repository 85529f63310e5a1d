import { stageReset } from '../../test/support/events.ts';
import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { capturedToOpportunityRate } from './captured-to-opportunity-rate.ts';

testMetric(capturedToOpportunityRate, {
  'takes a deal back that was linked by mistake': {
    log: [
      ...journey('ann', { captured: '2026-01-01', opportunity: '2026-01-10' }),
      ...journey('ben', { captured: '2026-01-01', opportunity: '2026-01-10' }),
      stageReset('ben', '2026-01-20', 'sal', 'correction'),
      ...journey('cat', { captured: '2026-01-01' }),
    ],
    columns: ['value', 'numerator', 'denominator'],
    rows: [[1 / 3, 1, 3]],
  },
});
