import { expect } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { capturedToSalRate } from './captured-to-sal-rate.ts';

testMetric(capturedToSalRate, {
  'is mature when its window has passed for the youngest lead': {
    log: [
      ...journey('ann', { captured: '2026-01-01', sal: '2026-01-05' }),
      ...journey('ben', { captured: '2026-01-10' }),
    ],
    agreement: agreementWith({ windows: { captured_to_sal: '20d' } }),
    report: { asOf: '2026-01-30T00:00:00Z' },
    columns: ['value', 'mature', 'projected', 'clause'],
    rows: [[1 / 2, true, null, 'windows.captured_to_sal']],
  },
  'says so when it has not, and what to expect': {
    log: [
      ...journey('ann', { captured: '2026-01-01', sal: '2026-01-05' }),
      ...journey('ben', { captured: '2026-01-10' }),
      ...journey('cat', { captured: '2026-01-01' }),
    ],
    agreement: agreementWith({ windows: { captured_to_sal: '20d' } }),
    report: { asOf: '2026-01-29T00:00:00Z' },
    columns: ['value', 'mature', 'projected'],
    // All three were watched beyond day 4, on which ann converted, and nobody did after that: nothing more to come.
    rows: [[1 / 3, false, expect.closeTo(1 / 3, 12)]],
  },
});
