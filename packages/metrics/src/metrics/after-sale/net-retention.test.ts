import { customerAgreement, customerLog, customerPeriod } from '../../../test/support/customer-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { netRetention } from './net-retention.ts';

const given = { log: customerLog, agreement: customerAgreement, report: { ...customerPeriod, by: ['month'] } };

testMetric(netRetention, {
  'is what is left of the base of the beginning, expansion included; of no base it is null': {
    ...given,
    columns: ['numerator', 'denominator', 'value'],
    rows: [
      ['2026-01', 0, 0, null],
      ['2026-02', 219800, 189000, 2198 / 1890],
      ['2026-03', 182800, 219800, 1828 / 2198],
      ['2026-04', 682800, 682800, 1],
    ],
  },
});
