import { agreementWith } from '../../../test/support/agreements.ts';
import { amount, captured, deal, opened, won } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { wonAmountClosed } from './won-amount-closed.ts';

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

testMetric(wonAmountClosed, {
  'adds the won ones only; a lost deal without an amount is not left out of them': {
    log: [...log, won('no amount', '2026-02-20', [])],
    agreement,
    columns: ['value', 'currency', 'excluded'],
    rows: [[90_000, 'EUR', 1]],
  },
});
