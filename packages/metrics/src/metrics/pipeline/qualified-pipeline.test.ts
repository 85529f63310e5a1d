import { sourcingAgreement, sourcingLog } from '../../../test/support/sourcing-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { qualifiedPipeline } from './qualified-pipeline.ts';

const given = { log: sourcingLog, agreement: sourcingAgreement };

testMetric(qualifiedPipeline, {
  'adds the deals of leads that marketing brought, by the opening': {
    ...given,
    report: { by: ['month'], from: '2026-01-01', to: '2026-02-28' },
    columns: ['value', 'excluded', 'clause'],
    rows: [
      ['2026-01', 10_100, 1, 'sourcing'],
      ['2026-02', 0, 0, 'sourcing'],
    ],
  },
});
