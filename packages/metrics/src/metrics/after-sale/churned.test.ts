import { customerAgreement, customerLog, customerPeriod } from '../../../test/support/customer-log.ts';
import { customer } from '../../../test/support/ledger-events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { churned } from './churned.ts';

const given = { log: customerLog, agreement: customerAgreement, report: { ...customerPeriod, by: ['month'] } };

testMetric(churned, {
  'counts customers that left, no other change': {
    ...given,
    columns: ['value'],
    rows: [
      ['2026-01', 0],
      ['2026-02', 0],
      ['2026-03', 1],
      ['2026-04', 0],
    ],
  },
  'counts one that says nothing of its value': {
    log: [customer('a', '2026-02-01', 'churn', null)],
    columns: ['value'],
    rows: [[1]],
  },
});
