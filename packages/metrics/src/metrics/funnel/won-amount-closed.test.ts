import { closedDeals, halfDollar } from '../../../test/support/closed-deals.ts';
import { won } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { wonAmountClosed } from './won-amount-closed.ts';

testMetric(wonAmountClosed, {
  'adds the won ones only; a lost deal without an amount is not left out of them': {
    log: [...closedDeals, won('no amount', '2026-02-20', [])],
    agreement: halfDollar,
    columns: ['value', 'currency', 'excluded'],
    rows: [[90_000, 'EUR', 1]],
  },
});
