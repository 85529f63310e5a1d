import { captured, handedOff, sentBack } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { disqualified } from './disqualified.ts';

testMetric(disqualified, {
  'counts by the date on which that was said first, handed off or not': {
    log: [
      captured('early', '2026-01-01'),
      sentBack('disqualified', 'early', '2026-01-31T23:59:59Z', 'student'),
      captured('worked', '2026-01-01'),
      handedOff('worked', '2026-01-05'),
      sentBack('disqualified', 'worked', '2026-02-01', 'rival'),
      sentBack('disqualified', 'early', '2026-02-09', 'student'),
      captured('open', '2026-01-01'),
    ],
    report: { by: ['reason', 'month'] },
    columns: ['value'],
    rows: [
      ['rival', '2026-01', 0],
      ['rival', '2026-02', 1],
      ['student', '2026-01', 1],
      ['student', '2026-02', 0],
    ],
  },
});
