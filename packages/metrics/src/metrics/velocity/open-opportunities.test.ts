import { amount, deal, opened, won } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { openOpportunities } from './open-opportunities.ts';

testMetric(openOpportunities, {
  'counts what is open at the end of each month, however often it changed': {
    log: [
      opened('won', '2026-01-10', [], amount(10)),
      deal('changed', 'won', '2026-01-12', null, amount(20)),
      won('won', '2026-02-20', []),
      opened('reopened', '2026-01-11', []),
      deal('lost', 'reopened', '2026-01-20'),
      deal('reopened', 'reopened', '2026-03-01'),
      opened('stays', '2026-01-15', []),
      deal('changed', 'stays', '2026-02-01', null, amount(20)),
    ],
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator', 'unit'],
    rows: [
      ['2026-01', 2, 2, null, 'opportunities'],
      ['2026-02', 1, 1, null, 'opportunities'],
      ['2026-03', 2, 2, null, 'opportunities'],
    ],
  },
});
