import { opened } from '../../test/support/events.ts';
import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { sqlToOpportunityRate } from './sql-to-opportunity-rate.ts';

testMetric(sqlToOpportunityRate, {
  'counts a deal that several leads share for each of them': {
    log: [
      ...['ann', 'ben', 'cat'].flatMap((lead) => journey(lead, { captured: '2026-01-01', sql: '2026-01-05' })),
      opened('shared', '2026-01-10', ['ann', 'ben']),
    ],
    columns: ['value', 'numerator', 'denominator', 'implied'],
    rows: [[2 / 3, 2, 3, 0]],
  },
  'implies the SQL of a lead that got a deal without it': {
    log: [...journey('ann', { captured: '2026-01-01', opportunity: '2026-01-05' })],
    columns: ['value', 'numerator', 'denominator', 'implied'],
    rows: [[1, 1, 1, 1]],
  },
});
