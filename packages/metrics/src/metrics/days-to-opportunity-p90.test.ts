import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { daysToOpportunityP90 } from './days-to-opportunity-p90.ts';

testMetric(daysToOpportunityP90, {
  'is measured by the month of capture': {
    log: [
      ...journey('ann', { captured: '2026-01-31', opportunity: '2026-02-10' }),
      ...journey('ben', { captured: '2026-01-01', opportunity: '2026-01-01' }),
      ...journey('cat', { captured: '2026-02-01', opportunity: '2026-02-04' }),
    ],
    report: { by: ['month'] },
    columns: ['value', 'denominator'],
    rows: [
      ['2026-01', 9, 2],
      ['2026-02', 3, 1],
    ],
  },
});
