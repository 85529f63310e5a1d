import { bridgeAgreement, bridgeLog, bridgePeriod } from '../../../test/support/bridge-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { weightedPipeline } from './weighted-pipeline.ts';

const given = { log: bridgeLog, agreement: bridgeAgreement, report: { ...bridgePeriod, by: ['month'] } };

testMetric(weightedPipeline, {
  'is each open amount times the probability of its stage; a deal without an amount, or in a stage that is not agreed, is left out':
    {
      ...given,
      columns: ['value', 'excluded'],
      rows: [
        ['2026-01', 7800, 2],
        ['2026-02', 11400, 0],
        ['2026-03', 7600, 0],
      ],
    },
});
