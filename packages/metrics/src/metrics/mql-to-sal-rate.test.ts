import { captured, leadEvent, qualified } from '../../test/support/events.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { mqlToSalRate } from './mql-to-sal-rate.ts';

testMetric(mqlToSalRate, {
  'is read by readiness at the MQL': {
    log: [
      ...['ann', 'ben', 'cat', 'dan'].map((lead) => captured(lead, '2026-01-01')),
      qualified('ann', '2026-01-05', 'hot'),
      leadEvent('accepted', 'ann', '2026-01-06'),
      qualified('ben', '2026-01-05', 'hot'),
      qualified('cat', '2026-01-05', 'warm'),
      // That cat became hot later is not what it was when it became an MQL.
      qualified('cat', '2026-01-08', 'hot'),
      leadEvent('accepted', 'cat', '2026-01-09'),
      qualified('dan', '2026-01-05'),
    ],
    report: { by: ['readiness'] },
    columns: ['value', 'numerator', 'denominator'],
    rows: [
      ['hot', 1 / 2, 1, 2],
      ['warm', 1, 1, 1],
      [null, 0, 0, 1],
    ],
  },
});
