import { bridgeAgreement, bridgeLog, bridgePeriod } from '../../../test/support/bridge-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { pipelineLost } from './pipeline-lost.ts';

const given = { log: bridgeLog, agreement: bridgeAgreement, report: { ...bridgePeriod, by: ['month'] } };

testMetric(pipelineLost, {
  'adds what was lost, a deal that was reopened later too': {
    ...given,
    columns: ['value'],
    rows: [
      ['2026-01', 0],
      ['2026-02', 28000],
      ['2026-03', 8000],
    ],
  },
});
