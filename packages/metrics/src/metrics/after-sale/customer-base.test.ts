import { customerAgreement, customerLog, customerPeriod } from '../../../test/support/customer-log.ts';
import { amount, event, won } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { customerBase } from './customer-base.ts';

const dealOf = (name: string, time: string, units: number, more: object = {}) =>
  won(name, time, [], { company: 'company/a', ...amount(units), ...more });
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
  'counts a further deal that no change tells of; one that a change names counts by the change, a renewal adds nothing':
    {
      log: [
        dealOf('first', '2026-01-10', 1000),
        dealOf('more', '2026-02-10', 200, { kind: 'expansion' }),
        dealOf('again', '2026-03-10', 1200, { kind: 'renewal' }),
        dealOf('named', '2026-04-10', 70, { kind: 'expansion' }),
        event('customer.changed', 'company/a', '2026-04-11', {
          kind: 'cross_sell',
          delta: { amountMinor: 5000, currency: 'EUR' },
          opportunity: 'opportunity/named',
        }),
      ],
      report: { from: '2026-01-01', to: '2026-05-31', by: ['month'] },
      columns: ['value'],
      rows: [
        ['2026-01', 0],
        ['2026-02', 100_000],
        ['2026-03', 120_000],
        ['2026-04', 120_000],
        ['2026-05', 125_000],
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
