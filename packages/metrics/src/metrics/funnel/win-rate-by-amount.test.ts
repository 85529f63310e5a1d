import { closedDeals, halfDollar } from '../../../test/support/closed-deals.ts';
import { amount, opened } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { winRateByAmount } from './win-rate-by-amount.ts';

testMetric(winRateByAmount, {
  'weighs each deal by its amount': {
    log: closedDeals,
    agreement: halfDollar,
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
