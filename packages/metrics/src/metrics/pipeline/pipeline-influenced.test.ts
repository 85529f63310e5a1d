import { sourcingAgreement, sourcingLog } from '../../../test/support/sourcing-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { pipelineInfluenced } from './pipeline-influenced.ts';

const given = { log: sourcingLog, agreement: sourcingAgreement };

testMetric(pipelineInfluenced, {
  'adds what marketing touched within the longer window too, by the opening': {
    ...given,
    report: { by: ['month'], from: '2026-01-01', to: '2026-02-28' },
    columns: ['value', 'excluded', 'clause'],
    rows: [
      ['2026-01', 30_100, 1, 'sourcing'],
      ['2026-02', 0, 0, 'sourcing'],
    ],
  },
});
