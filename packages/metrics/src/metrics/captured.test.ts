import { captured as capturedEvent, leadEvent, qualified } from '../../test/support/events.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { captured } from './captured.ts';

testMetric(captured, {
  'counts leads by the month of their first capture': {
    log: [
      capturedEvent('ann', '2026-01-31T23:59:59Z'),
      capturedEvent('ann', '2026-02-03'),
      capturedEvent('ben', '2026-02-01'),
      capturedEvent('cat', '2026-02-28'),
      // Nobody captured dan, but the MQL says that somebody must have.
      qualified('dan', '2026-03-02'),
    ],
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator', 'implied'],
    rows: [
      ['2026-01', 1, 1, null, 0],
      ['2026-02', 2, 2, null, 0],
      ['2026-03', 1, 1, null, 1],
    ],
  },
  'counts a lead that was rejected like any other': {
    log: [
      capturedEvent('ann', '2026-01-01'),
      leadEvent('disqualified', 'ann', '2026-01-02', { reason: 'wrong_profile' }),
    ],
    columns: ['value', 'unit', 'mature', 'low'],
    rows: [[1, 'leads', null, null]],
  },
});
