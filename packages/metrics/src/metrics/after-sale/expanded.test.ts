import { customerAgreement, customerLog, customerPeriod } from '../../../test/support/customer-log.ts';
import { customer } from '../../../test/support/ledger-events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { expanded } from './expanded.ts';

const given = { log: customerLog, agreement: customerAgreement, report: { ...customerPeriod, by: ['month'] } };

testMetric(expanded, {
  'counts a customer once a month, whatever it bought': {
    ...given,
    columns: ['value', 'unit'],
    rows: [
      ['2026-01', 0, 'companies'],
      ['2026-02', 2, 'companies'],
      ['2026-03', 0, 'companies'],
      ['2026-04', 0, 'companies'],
    ],
  },
  'counts it once in all': {
    ...given,
    log: [...customerLog, customer('a', '2026-04-01', 'upsell', 1)],
    report: {},
    columns: ['value'],
    rows: [[2]],
  },
});
