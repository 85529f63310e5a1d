import { agreementWith } from '../../../test/support/agreements.ts';
import { amount, won } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { bookingsTargetToDate } from './bookings-target-to-date.ts';

const agreement = agreementWith({
  goals: [{ metric: 'bookings', per: 'quarter', target: 9200, teams: ['marketing', 'sales'] }],
});

testMetric(bookingsTargetToDate, {
  'is the part of the days up to as-of': {
    log: [won('deal', '2026-10-05', [], amount(10))],
    agreement,
    // 46 of 92 days.
    report: { from: '2026-10-01', to: '2026-12-31', asOf: '2026-11-15' },
    columns: ['value', 'currency'],
    rows: [[460_000, 'EUR']],
  },
});
