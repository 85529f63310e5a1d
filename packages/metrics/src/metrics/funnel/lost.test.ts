import { captured, deal, opened, won } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { lost } from './lost.ts';

testMetric(lost, {
  'counts leads, not deals, by the date of the first loss': {
    log: [
      captured('ann', '2026-01-01'),
      opened('a1', '2026-01-10', ['ann']),
      opened('a2', '2026-01-11', ['ann']),
      deal('lost', 'a1', '2026-01-20'),
      deal('lost', 'a2', '2026-02-20'),
      captured('ben', '2026-01-01'),
      opened('b1', '2026-01-10', ['ben']),
      deal('lost', 'b1', '2026-02-10'),
      won('b2', '2026-03-10', ['ben']),
      captured('cat', '2026-01-01'),
      opened('c1', '2026-01-10', ['cat']),
    ],
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator'],
    rows: [
      ['2026-01', 1, 1, null],
      ['2026-02', 1, 1, null],
    ],
  },
  'forgets a loss that was reopened': {
    log: [
      captured('ann', '2026-01-01'),
      opened('a1', '2026-01-10', ['ann']),
      deal('lost', 'a1', '2026-01-20'),
      deal('reopened', 'a1', '2026-01-25'),
    ],
    columns: ['value'],
    rows: [[0]],
  },
});
