import { amount, deal, opened, won } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { winRate } from './win-rate.ts';

testMetric(winRate, {
  'is over closed deals, by number and by the date of closing': {
    log: [
      opened('large', '2026-01-10', ['ann'], amount(9_000_000)),
      won('large', '2026-02-10', []),
      ...['b', 'c', 'd'].flatMap((name) => [
        opened(name, '2026-01-11', ['ann'], amount(1)),
        deal('lost', name, '2026-02-11'),
      ]),
      opened('march', '2026-01-12', ['ben']),
      won('march', '2026-03-01', []),
      opened('open', '2026-01-12', ['ben']),
    ],
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator'],
    rows: [
      ['2026-02', 1 / 4, 1, 4],
      ['2026-03', 1, 1, 1],
    ],
  },
  'takes what holds: a win that was reopened and lost is a loss, and a deal counts once': {
    log: [
      won('turned', '2026-02-10', []),
      deal('reopened', 'turned', '2026-02-11'),
      deal('lost', 'turned', '2026-03-01'),
      deal('lost', 'won back', '2026-02-10'),
      won('won back', '2026-03-02', []),
    ],
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator'],
    rows: [['2026-03', 1 / 2, 1, 2]],
  },
  'is nothing where nothing was closed': {
    log: [opened('open', '2026-01-12', ['ben'])],
    columns: ['value', 'numerator', 'denominator'],
    rows: [[null, 0, 0]],
  },
});
