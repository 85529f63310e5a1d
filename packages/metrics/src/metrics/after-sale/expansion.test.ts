import { customerAgreement, customerLog, customerPeriod } from '../../../test/support/customer-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { expansion } from './expansion.ts';

const given = { log: customerLog, agreement: customerAgreement, report: { ...customerPeriod, by: ['month'] } };

testMetric(expansion, {
  'adds upsells and cross-sells at the rate of their day': {
    ...given,
    columns: ['value', 'currency'],
    rows: [
      ['2026-01', 0, 'EUR'],
      ['2026-02', 30800, 'EUR'],
      ['2026-03', 0, 'EUR'],
      ['2026-04', 0, 'EUR'],
    ],
  },
});
