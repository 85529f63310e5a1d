import { amount, captured, won } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { blackHoleValue } from './black-hole-value.ts';

const log = [
  ...['ann', 'ben', 'cat', 'dan'].map((lead) => captured(lead, '2026-01-01')),
  won('d1', '2026-01-10', ['ann'], amount(100)),
  won('d2', '2026-01-11', ['ben'], amount(300)),
];

testMetric(blackHoleValue, {
  'is what its leads would bring if they were won as often as all others': {
    log,
    columns: ['value', 'unit', 'currency'],
    // cat and dan have no owner; 2 of 4 leads are won at 200 a deal: 2 × 100
    rows: [[20_000, 'money', 'EUR']],
  },
  'is not known while nothing is won': {
    log: log.slice(0, 4),
    columns: ['value'],
    rows: [[null]],
  },
});
