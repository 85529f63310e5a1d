import { bridgeAgreement, bridgeLog, bridgePeriod } from '../../../test/support/bridge-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { pipelineChangedOut } from './pipeline-changed-out.ts';

const given = { log: bridgeLog, agreement: bridgeAgreement, report: { ...bridgePeriod, by: ['month'] } };

testMetric(pipelineChangedOut, {
  'adds the amounts before each change': {
    ...given,
    columns: ['value'],
    rows: [
      ['2026-01', 0],
      ['2026-02', 19000],
      ['2026-03', 0],
    ],
  },
});
