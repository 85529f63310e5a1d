import { closedDeals, halfDollar } from '../../../test/support/closed-deals.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { closedAmount } from './closed-amount.ts';

testMetric(closedAmount, {
  'adds won and lost deals, converted; what is open again is not closed, and what has no amount is told': {
    log: closedDeals,
    agreement: halfDollar,
    report: { by: ['month'] },
    // 900 + 100 + 200 x 0.5 euros.
    columns: ['value', 'numerator', 'denominator', 'currency', 'excluded'],
    rows: [['2026-02', 110_000, 110_000, null, 'EUR', 1]],
  },
});
