import { bridgeAgreement, bridgeLog, bridgePeriod } from '../../../test/support/bridge-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { weightedPipeline } from './weighted-pipeline.ts';

const given = { log: bridgeLog, agreement: bridgeAgreement, report: { ...bridgePeriod, by: ['month'] } };

testMetric(weightedPipeline, {
  'is each open amount times the probability of its stage; a stage that is not agreed has none': {
    ...given,
    columns: ['value'],
    rows: [
      ['2026-01', 7800],
      ['2026-02', 11400],
      ['2026-03', 7600],
    ],
  },
});
