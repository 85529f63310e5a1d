import { amount, deal, opened, won } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { salesVelocity } from './sales-velocity.ts';

testMetric(salesVelocity, {
  'is open deals times the average deal times the win rate, over the days of a cycle': {
    log: [
      opened('ten', '2026-01-01', [], amount(1000)),
      won('ten', '2026-01-11', []),
      opened('thirty', '2026-01-01', [], amount(3000)),
      won('thirty', '2026-01-31', []),
      opened('lost', '2026-01-02', [], amount(900_000)),
      deal('lost', 'lost', '2026-01-15'),
      deal('opened', 'lost too', '2026-01-02'),
      deal('lost', 'lost too', '2026-01-15'),
      opened('open', '2026-01-05', [], amount(70_000)),
    ],
    // One deal x 2,000 euros x 2 of 4 / 20 days: 50 euros a day.
    columns: ['value', 'numerator', 'denominator', 'currency'],
    rows: [[5000, null, null, 'EUR']],
  },
  'is nothing where nothing was won': {
    log: [opened('open', '2026-01-05', [], amount(70_000))],
    columns: ['value'],
    rows: [[null]],
  },
});
