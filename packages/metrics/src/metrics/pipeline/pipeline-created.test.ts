import { bridgeAgreement, bridgeLog, bridgePeriod } from '../../../test/support/bridge-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { pipelineCreated } from './pipeline-created.ts';

const given = { log: bridgeLog, agreement: bridgeAgreement, report: { ...bridgePeriod, by: ['month'] } };

testMetric(pipelineCreated, {
  'adds the amounts of deals by the month of their opening, as they were said last, at the rate of that month': {
    ...given,
    columns: ['value', 'excluded', 'anchor', 'clause'],
    // a 150, b 200, d 30, e 90, f 80 | c 50
    rows: [
      ['2026-01', 55_000, 0, 'opportunity', 'terms.opportunity'],
      ['2026-02', 5000, 0, 'opportunity', 'terms.opportunity'],
      ['2026-03', 0, 0, 'opportunity', 'terms.opportunity'],
    ],
  },
  'leaves out a deal of which no amount was said, and counts it': {
    ...given,
    report: { asOf: '2026-01-31' },
    columns: ['value', 'excluded'],
    rows: [[47_000, 1]],
  },
});
