import { customerAgreement, customerLog, customerPeriod } from '../../../test/support/customer-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { customerBase } from './customer-base.ts';

const given = { log: customerLog, agreement: customerAgreement, report: { ...customerPeriod, by: ['month'] } };

testMetric(customerBase, {
  'is what stood at the beginning of each month, all before it': {
    ...given,
    columns: ['value', 'unit'],
    rows: [
      ['2026-01', 0, 'money'],
      ['2026-02', 189000, 'money'],
      ['2026-03', 219800, 'money'],
      ['2026-04', 682800, 'money'],
    ],
  },
  'is what stood before the period where it is not cut': {
    ...given,
    report: { from: '2026-02-15', to: '2026-03-31' },
    columns: ['value'],
    // All of January, and the first upsell of February.
    rows: [[209_000]],
  },
});
