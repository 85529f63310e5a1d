import { captured, handedOff, stageReset } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { handOffs } from './hand-offs.ts';

testMetric(handOffs, {
  'counts each, by its date; one that was a mistake is none': {
    log: [
      handedOff('ann', '2026-01-31T23:59:59Z'),
      handedOff('ann', '2026-02-01'),
      handedOff('ann', '2026-02-09'),
      handedOff('ben', '2026-02-01'),
      stageReset('ben', '2026-02-02', 'mql', 'correction'),
      captured('cat', '2026-01-01'),
    ],
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator', 'unit'],
    rows: [
      ['2026-01', 1, 1, null, 'hand_offs'],
      ['2026-02', 2, 2, null, 'hand_offs'],
    ],
  },
});
