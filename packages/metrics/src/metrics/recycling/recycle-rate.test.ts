import { recyclingAgreement, recyclingLog } from '../../../test/support/recycling-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { recycleRate } from './recycle-rate.ts';

const given = { log: recyclingLog, agreement: recyclingAgreement };

testMetric(recycleRate, {
  'is a share of hand-offs, by the month of the hand-off': {
    ...given,
    report: { by: ['month'] },
    columns: ['numerator', 'denominator', 'value', 'clause'],
    // Eight of nine went back from the first; three more hand-offs in February did not.
    rows: [
      ['2026-01', 8, 9, 8 / 9, 'windows.default'],
      ['2026-02', 0, 3, 0, 'windows.default'],
    ],
  },
  'tells the first hand-off from those after it': {
    ...given,
    report: { by: ['cycle'] },
    columns: ['numerator', 'denominator'],
    rows: [
      ['first', 8, 9],
      ['repeat', 0, 3],
    ],
  },
});
