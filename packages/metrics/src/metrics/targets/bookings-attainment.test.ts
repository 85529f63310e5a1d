import { agreementWith } from '../../../test/support/agreements.ts';
import { amount, opened, won } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { bookingsAttainment } from './bookings-attainment.ts';

const agreement = agreementWith({
  goals: [{ metric: 'bookings', per: 'quarter', target: 9200, teams: ['marketing', 'sales'] }],
});

testMetric(bookingsAttainment, {
  'is what was booked by the date of the win, over the goal': {
    log: [
      won('deal', '2026-10-05', [], amount(2300)),
      won('before', '2026-09-30', [], amount(5000)),
      opened('open', '2026-10-05', [], amount(5000)),
    ],
    agreement,
    report: { from: '2026-10-01', to: '2026-12-31' },
    columns: ['value', 'numerator', 'denominator'],
    rows: [[1 / 4, 230_000, 920_000]],
  },
});
