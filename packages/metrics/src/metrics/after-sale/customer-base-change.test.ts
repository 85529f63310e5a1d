import { customerAgreement, customerLog, customerPeriod } from '../../../test/support/customer-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { customerBaseChange } from './customer-base-change.ts';

const given = { log: customerLog, agreement: customerAgreement, report: { ...customerPeriod, by: ['month'] } };

testMetric(customerBaseChange, {
  'adds what existing customers changed, first deals aside': {
    ...given,
    columns: ['value'],
    rows: [
      ['2026-01', 0],
      ['2026-02', 30800],
      ['2026-03', -37000],
      ['2026-04', 0],
    ],
  },
});
