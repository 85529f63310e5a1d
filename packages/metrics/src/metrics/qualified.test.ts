import { qualified as qualifiedEvent } from '../../test/support/events.ts';
import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { qualified } from './qualified.ts';

testMetric(qualified, {
  'counts MQLs by the month in which they were captured': {
    log: [
      ...journey('ann', { captured: '2026-01-20', mql: '2026-02-10' }),
      ...journey('ben', { captured: '2026-01-25' }),
      ...journey('cat', { captured: '2026-02-01', mql: '2026-02-02' }),
      qualifiedEvent('cat', '2026-02-09'),
    ],
    report: { by: ['month'] },
    columns: ['value', 'anchor'],
    rows: [
      ['2026-01', 1, 'captured'],
      ['2026-02', 1, 'captured'],
    ],
  },
  'counts them by the month of the MQL when asked to': {
    log: [
      ...journey('ann', { captured: '2026-01-20', mql: '2026-02-10' }),
      ...journey('cat', { captured: '2026-02-01', mql: '2026-02-02' }),
    ],
    report: { by: ['month'], anchor: 'mql' },
    columns: ['value', 'anchor'],
    rows: [['2026-02', 2, 'mql']],
  },
});
