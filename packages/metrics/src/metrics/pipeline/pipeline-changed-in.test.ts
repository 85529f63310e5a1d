import { bridgeAgreement, bridgeLog, bridgePeriod } from '../../../test/support/bridge-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { pipelineChangedIn } from './pipeline-changed-in.ts';

const given = { log: bridgeLog, agreement: bridgeAgreement, report: { ...bridgePeriod, by: ['month'] } };

testMetric(pipelineChangedIn, {
  'adds the amounts after each change': {
    ...given,
    columns: ['value'],
    rows: [
      ['2026-01', 0],
      ['2026-02', 26000],
      ['2026-03', 0],
    ],
  },
});
