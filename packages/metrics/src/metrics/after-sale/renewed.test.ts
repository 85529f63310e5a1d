import { customerAgreement, customerLog, customerPeriod } from '../../../test/support/customer-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { renewed } from './renewed.ts';

const given = { log: customerLog, agreement: customerAgreement, report: { ...customerPeriod, by: ['month'] } };

testMetric(renewed, {
  'counts customers that renewed, no other change': {
    ...given,
    columns: ['value'],
    rows: [
      ['2026-01', 0],
      ['2026-02', 0],
      ['2026-03', 1],
      ['2026-04', 0],
    ],
  },
});
