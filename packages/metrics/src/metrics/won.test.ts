import { deal } from '../../test/support/events.ts';
import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { won } from './won.ts';

testMetric(won, {
  'counts leads that were won by the month of their capture': {
    log: [
      ...journey('ann', { captured: '2026-01-10', opportunity: '2026-01-20', won: '2026-03-01' }),
      ...journey('ben', { captured: '2026-01-11', won: '2026-01-12' }),
      ...journey('cat', { captured: '2026-02-01', opportunity: '2026-02-02' }),
      deal('lost', 'cat', '2026-02-03'),
    ],
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'excluded'],
    rows: [
      ['2026-01', 2, 2, 0],
      ['2026-02', 0, 0, 0],
    ],
  },
  'keeps a win before the capture: the order is impossible, the win is not': {
    log: [...journey('ann', { captured: '2026-01-10', won: '2026-01-09' })],
    columns: ['value', 'excluded'],
    rows: [[1, 0]],
  },
});
