import { accepted, handedOff, sentBack } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { decidedRate } from './decided-rate.ts';

/** Four hand-offs of three leads: accepted after 2 days, rejected after 1, recycled after 3, and still open. */
const log = [
  ...['ann', 'ben', 'cat'].map((lead) => handedOff(lead, '2026-01-05')),
  accepted('ann', '2026-01-07'),
  sentBack('rejected', 'ben', '2026-01-06'),
  handedOff('ben', '2026-02-01'),
  sentBack('recycled', 'ben', '2026-02-04'),
];

testMetric(decidedRate, {
  'counts every decision once, and waits for the open one': {
    log: [
      ...log,
      handedOff('dan', '2026-01-05'),
      sentBack('disqualified', 'dan', '2026-01-06'),
      accepted('ann', '2026-01-08'),
    ],
    columns: ['value', 'numerator', 'denominator'],
    rows: [[4 / 5, 4, 5]],
  },
  'takes a hand-off that was handed on without a word as undecided': {
    log: [handedOff('ann', '2026-01-05'), handedOff('ann', '2026-01-09'), accepted('ann', '2026-01-10')],
    columns: ['value', 'numerator', 'denominator'],
    rows: [[1 / 2, 1, 2]],
  },
});
