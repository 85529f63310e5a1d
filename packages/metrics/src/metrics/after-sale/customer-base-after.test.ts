import { customerAgreement, customerLog, customerPeriod } from '../../../test/support/customer-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { customerBaseAfter } from './customer-base-after.ts';

const given = { log: customerLog, agreement: customerAgreement, report: { ...customerPeriod, by: ['month'] } };

testMetric(customerBaseAfter, {
  'is the base of the beginning and what changed of it': {
    ...given,
    columns: ['value'],
    rows: [
      ['2026-01', 0],
      ['2026-02', 219800],
      ['2026-03', 182800],
      ['2026-04', 682800],
    ],
  },
});
