import { accepted, handedOff, sentBack } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { rejectionRate } from './rejection-rate.ts';

/** Four hand-offs of three leads: accepted after 2 days, rejected after 1, recycled after 3, and still open. */
const log = [
  ...['ann', 'ben', 'cat'].map((lead) => handedOff(lead, '2026-01-05')),
  accepted('ann', '2026-01-07'),
  sentBack('rejected', 'ben', '2026-01-06'),
  handedOff('ben', '2026-02-01'),
  sentBack('recycled', 'ben', '2026-02-04'),
];

testMetric(rejectionRate, {
  'counts rejections; what was recycled or given up is another thing': {
    log: [...log, handedOff('dan', '2026-01-05'), sentBack('disqualified', 'dan', '2026-01-06')],
    columns: ['value', 'numerator', 'denominator', 'mature'],
    rows: [[1 / 5, 1, 5, true]],
  },
  'counts a hand-off that was accepted first and rejected then': {
    log: [handedOff('ann', '2026-01-05'), accepted('ann', '2026-01-06'), sentBack('rejected', 'ann', '2026-01-08')],
    columns: ['value', 'numerator', 'denominator'],
    rows: [[1, 1, 1]],
  },
});
