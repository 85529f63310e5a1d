import { agreementWith } from '../../../test/support/agreements.ts';
import { amount, captured, deal, opened, won } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { winRateByAmount } from './win-rate-by-amount.ts';

const log = [
  captured('ann', '2026-01-01'),
  opened('large', '2026-01-10', ['ann'], amount(900)),
  won('large', '2026-02-10', []),
  opened('small', '2026-01-10', ['ann'], amount(100)),
  deal('lost', 'small', '2026-02-11'),
  opened('dollars', '2026-01-10', ['ann'], amount(200, 'USD')),
  deal('lost', 'dollars', '2026-02-12'),
  deal('opened', 'silent', '2026-01-10'),
  deal('lost', 'silent', '2026-02-12'),
  opened('open', '2026-01-10', ['ann'], amount(5000)),
  opened('reopened', '2026-01-10', ['ann'], amount(7000)),
  deal('lost', 'reopened', '2026-02-01'),
  deal('reopened', 'reopened', '2026-02-02'),
];
const agreement = agreementWith({ rates: { USD: 0.5 } });

testMetric(winRateByAmount, {
  'weighs each deal by its amount': {
    log,
    agreement,
    // 900 of 900 + 100 + 200 x 0.5 euros.
    columns: ['value', 'numerator', 'denominator', 'unit'],
    rows: [[9 / 11, 90_000, 110_000, 'ratio']],
  },
  'is nothing where nothing was closed': {
    log: [opened('open', '2026-01-10', ['ann'], amount(5000))],
    columns: ['value', 'numerator', 'denominator'],
    rows: [[null, 0, 0]],
  },
});
