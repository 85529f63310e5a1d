import { customerAgreement, customerLog, customerPeriod } from '../../../test/support/customer-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { downgraded } from './downgraded.ts';

const given = { log: customerLog, agreement: customerAgreement, report: { ...customerPeriod, by: ['month'] } };

testMetric(downgraded, {
  'counts a customer once, though it took back twice': {
    ...given,
    columns: ['value', 'numerator'],
    rows: [
      ['2026-01', 0, 0],
      ['2026-02', 0, 0],
      ['2026-03', 1, 1],
      ['2026-04', 0, 0],
    ],
  },
});
