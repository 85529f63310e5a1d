import { agreementWith } from '../../../test/support/agreements.ts';
import { amount, won } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { bookingsPacing } from './bookings-pacing.ts';

const agreement = agreementWith({
  goals: [{ metric: 'bookings', per: 'quarter', target: 9200, teams: ['marketing', 'sales'] }],
});

testMetric(bookingsPacing, {
  'is 1 on pace: half of the goal by half of the days': {
    log: [won('deal', '2026-10-05', [], amount(4600)), won('later', '2026-12-05', [], amount(4600))],
    agreement,
    report: { from: '2026-10-01', to: '2026-12-31', asOf: '2026-11-15' },
    columns: ['value', 'numerator', 'denominator'],
    rows: [[1, 460_000, 460_000]],
  },
});
