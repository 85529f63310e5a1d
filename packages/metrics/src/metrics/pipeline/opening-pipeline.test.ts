import { bridgeAgreement, bridgeLog, bridgePeriod } from '../../../test/support/bridge-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { openingPipeline } from './opening-pipeline.ts';

const given = { log: bridgeLog, agreement: bridgeAgreement, report: { ...bridgePeriod, by: ['month'] } };

testMetric(openingPipeline, {
  'is what was open at the first moment of each month': {
    ...given,
    columns: ['value', 'unit'],
    rows: [
      ['2026-01', 0, 'money'],
      ['2026-02', 47000, 'money'],
      ['2026-03', 31000, 'money'],
    ],
  },
  'is what was open before the period where it is not cut': {
    ...given,
    report: { from: '2026-02-10', to: '2026-02-28' },
    columns: ['value'],
    // a 150, b 200 until that day, e 90, f 80
    rows: [[52_000]],
  },
  'begins with the period where that cuts a month': {
    ...given,
    report: { from: '2026-02-10', to: '2026-03-31', by: ['month'] },
    columns: ['value'],
    rows: [
      ['2026-02', 52_000],
      ['2026-03', 31_000],
    ],
  },
});
