import { bridgeAgreement, bridgeLog, bridgePeriod } from '../../../test/support/bridge-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { pipelineWon } from './pipeline-won.ts';

const given = { log: bridgeLog, agreement: bridgeAgreement, report: { ...bridgePeriod, by: ['month'] } };

testMetric(pipelineWon, {
  'adds what was won, at the amount that it had': {
    ...given,
    columns: ['value'],
    rows: [
      ['2026-01', 0],
      ['2026-02', 0],
      ['2026-03', 15000],
    ],
  },
});
