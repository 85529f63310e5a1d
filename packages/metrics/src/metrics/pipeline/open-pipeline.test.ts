import { bridgeAgreement, bridgeLog, bridgePeriod } from '../../../test/support/bridge-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { openPipeline } from './open-pipeline.ts';

const given = { log: bridgeLog, agreement: bridgeAgreement, report: { ...bridgePeriod, by: ['month'] } };

testMetric(openPipeline, {
  'is what is open at the end of each month, at the rate of the day on which it came to what it is; deals without an amount are left out':
    {
      ...given,
      columns: ['value', 'currency', 'excluded'],
      rows: [
        ['2026-01', 47000, 'EUR', 1],
        ['2026-02', 31000, 'EUR', 0],
        ['2026-03', 28000, 'EUR', 0],
      ],
    },
  'shows where it stands at the end of the period': {
    ...given,
    report: { from: '2026-02-01', to: '2026-02-28', by: ['stage'] },
    columns: ['value'],
    // a and d | c and e | f was lost in the last second
    rows: [
      ['discovery', 18_000],
      ['legal', 0],
      ['proposal', 13_000],
    ],
  },
  'shows a stage in which nothing moved in the period': {
    ...given,
    report: { from: '2026-03-21', to: '2026-03-31', by: ['stage', 'month'] },
    columns: ['value'],
    rows: [
      ['discovery', '2026-03', 23_000],
      ['legal', '2026-03', 0],
      ['proposal', '2026-03', 5000],
    ],
  },
  'knows nothing of what came after as-of': {
    ...given,
    report: { asOf: '2026-01-31' },
    columns: ['value'],
    rows: [[47_000]],
  },
});
