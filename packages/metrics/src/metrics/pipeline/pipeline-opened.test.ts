import { bridgeAgreement, bridgeLog, bridgePeriod } from '../../../test/support/bridge-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { pipelineOpened } from './pipeline-opened.ts';

const given = { log: bridgeLog, agreement: bridgeAgreement, report: { ...bridgePeriod, by: ['month'] } };

testMetric(pipelineOpened, {
  'adds what was opened or opened again, at the amount of then': {
    ...given,
    columns: ['value'],
    rows: [
      ['2026-01', 47000],
      ['2026-02', 5000],
      ['2026-03', 20000],
    ],
  },
});
