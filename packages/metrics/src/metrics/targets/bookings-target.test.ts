import { agreementWith } from '../../../test/support/agreements.ts';
import { amount, won } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { bookingsTarget } from './bookings-target.ts';

const agreement = agreementWith({
  goals: [{ metric: 'bookings', per: 'quarter', target: 9200, teams: ['marketing', 'sales'] }],
});

const log = [won('deal', '2026-10-05', [], amount(10))];

testMetric(bookingsTarget, {
  'is the goal of each quarter, in minor units of the currency': {
    log,
    agreement,
    report: { by: ['quarter'], from: '2026-07-01', to: '2026-12-31' },
    columns: ['value', 'currency', 'unit'],
    rows: [
      ['2026-Q3', 920_000, 'EUR', 'money'],
      ['2026-Q4', 920_000, 'EUR', 'money'],
    ],
  },
  'gives each month its days of the quarter': {
    log,
    agreement,
    // 31, 30 and 31 of 92 days.
    report: { by: ['month'], from: '2026-10-01', to: '2026-12-31' },
    columns: ['value'],
    rows: [
      ['2026-10', 310_000],
      ['2026-11', 300_000],
      ['2026-12', 310_000],
    ],
  },
  'follows the quarters of a fiscal year': {
    log,
    agreement: agreementWith({
      fiscalYear: { starts: '02-01', week: 'mon' },
      goals: [{ metric: 'bookings', per: 'quarter', target: 9200, teams: ['sales'] }],
    }),
    // August to October has 92 days.
    report: { from: '2026-10-01', to: '2026-10-31' },
    columns: ['value'],
    rows: [[310_000]],
  },
});
