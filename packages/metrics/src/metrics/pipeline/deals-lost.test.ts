import { won } from '../../../test/support/events.ts';
import { lost, openedAt, reopened } from '../../../test/support/ledger-events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { dealsLost } from './deals-lost.ts';

testMetric(dealsLost, {
  'counts deals by the loss, to whom; one that was opened again, or won after all, is not lost': {
    log: [
      openedAt('a', '2026-01-01', 100),
      lost('a', '2026-01-10', { competitor: 'globex' }),
      openedAt('b', '2026-01-01', 100, { competitor: 'globex' }),
      lost('b', '2026-01-11'),
      openedAt('again', '2026-01-01', 100),
      lost('again', '2026-01-12', { competitor: 'globex' }),
      reopened('again', '2026-02-01'),
      openedAt('won', '2026-01-01', 100),
      lost('won', '2026-01-13'),
      won('won', '2026-01-14', []),
      openedAt('nobody', '2026-01-01', 100),
      lost('nobody', '2026-01-15'),
    ],
    report: { by: ['competitor'] },
    columns: ['value', 'anchor'],
    rows: [
      ['globex', 2, 'lost'],
      [null, 1, 'lost'],
    ],
  },
});
