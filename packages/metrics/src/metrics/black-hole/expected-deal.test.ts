import { amount, captured, won } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { expectedDeal } from './expected-deal.ts';

const log = [
  ...['ann', 'ben'].map((lead) => captured(lead, '2026-01-01', 'email')),
  captured('dan', '2026-01-01', 'paid'),
  captured('eve', '2026-01-01', 'event'),
  won('d1', '2026-01-10', ['ann'], amount(100)),
  won('d2', '2026-01-11', ['dan'], amount(300)),
];

testMetric(expectedDeal, {
  'is the share of leads that are won times the average deal': {
    log,
    columns: ['value', 'numerator', 'denominator', 'unit', 'currency', 'mature'],
    // 2 of 4 leads, 200 a deal
    rows: [[10_000, null, null, 'money', 'EUR', true]],
  },
  'is of the same groups, and null where there is no deal to average': {
    log,
    report: { by: ['source.channel'] },
    columns: ['value'],
    // 1 of 2 at 100, none of 1, 1 of 1 at 300
    rows: [
      ['email', 5000],
      ['event', null],
      ['paid', 30_000],
    ],
  },
});
