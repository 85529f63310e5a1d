import { deal, won } from '../../test/support/events.ts';
import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { wonInPeriod } from './won-in-period.ts';

testMetric(wonInPeriod, {
  'counts leads by the month of their first win': {
    log: [
      ...journey('ann', { captured: '2026-01-10', won: '2026-03-01' }),
      won('again', '2026-04-01', ['ann']),
      ...journey('ben', { captured: '2026-02-11', won: '2026-02-28T23:59:59Z' }),
      ...journey('cat', { captured: '2026-03-01' }),
    ],
    report: { by: ['month'], to: '2026-04-30' },
    columns: ['value', 'anchor'],
    rows: [
      ['2026-02', 1, 'won'],
      ['2026-03', 1, 'won'],
      ['2026-04', 0, 'won'],
    ],
  },
  'moves to the next win when the deal was reopened': {
    log: [
      ...journey('ann', { captured: '2026-01-10', won: '2026-02-01' }),
      deal('reopened', 'ann', '2026-02-15'),
      won('ann', '2026-05-01', []),
    ],
    report: { by: ['month'] },
    columns: ['value'],
    rows: [['2026-05', 1]],
  },
});
