import { amount, captured, won } from '../../../test/support/events.ts';
import { openedAt, reopened } from '../../../test/support/ledger-events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { averageDeal } from './average-deal.ts';

const log = [
  captured('ann', '2026-01-01', 'email'),
  openedAt('a', '2026-01-05', 100, { leads: ['ann'] }),
  won('a', '2026-01-10', []),
  won('b', '2026-01-20', [], amount(200.01)),
  won('silent', '2026-01-21', []),
  openedAt('open', '2026-01-05', 9999),
  won('again', '2026-01-22', [], amount(9999)),
  reopened('again', '2026-01-23'),
];

testMetric(averageDeal, {
  'is the mean of won deals that have an amount': {
    log,
    columns: ['value', 'numerator', 'denominator', 'excluded', 'unit'],
    rows: [[15_000.5, 30_001, 2, 1, 'money']],
  },
  'is by the channel of the lead; of no deal it is null': {
    log,
    report: { by: ['source.channel', 'month'], from: '2026-01-01', to: '2026-02-28' },
    columns: ['value', 'denominator'],
    rows: [
      ['email', '2026-01', 10_000, 1],
      ['email', '2026-02', null, 0],
      [null, '2026-01', 20_001, 1],
      [null, '2026-02', null, 0],
    ],
  },
});
