import { won } from '../../../test/support/events.ts';
import { lost, openedAt, reopened } from '../../../test/support/ledger-events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { dealsWon } from './deals-won.ts';

testMetric(dealsWon, {
  'counts deals by the win, against whom; a win that was taken back is none': {
    log: [
      openedAt('a', '2026-01-01', 100, { competitor: 'globex' }),
      won('a', '2026-02-01', []),
      won('a', '2026-02-05', []),
      openedAt('b', '2026-01-01', null),
      won('b', '2026-02-02', [], { competitor: 'initech' }),
      won('c', '2026-03-01', []),
      won('back', '2026-02-01', []),
      reopened('back', '2026-02-02'),
      lost('gone', '2026-02-01'),
    ],
    report: { by: ['competitor', 'month'] },
    columns: ['value', 'numerator', 'denominator'],
    rows: [
      ['globex', '2026-02', 1, 1, null],
      ['globex', '2026-03', 0, 0, null],
      ['initech', '2026-02', 1, 1, null],
      ['initech', '2026-03', 0, 0, null],
      [null, '2026-02', 0, 0, null],
      [null, '2026-03', 1, 1, null],
    ],
  },
});
