import { captured, opened, won } from '../../test/support/events.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { opportunities } from './opportunities.ts';

testMetric(opportunities, {
  'counts leads with a deal, not deals': {
    log: [
      ...['ann', 'ben', 'cat', 'dan'].map((lead) => captured(lead, '2026-01-01')),
      opened('first', '2026-01-10', ['ann']),
      opened('second', '2026-01-11', ['ann']),
      opened('shared', '2026-01-12', ['ben', 'cat']),
      opened('of nobody', '2026-01-13', []),
      won('only won', '2026-01-14', ['dan']),
    ],
    columns: ['value', 'unit', 'implied'],
    rows: [[4, 'leads', 1]],
  },
});
