import { accepted, handedOff, sentBack } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { daysToDecisionMedian } from './days-to-decision-median.ts';

/** Decided after 2, 1, 3 and 5 days; eve is still open, and ben was handed off twice. */
const log = [
  ...['ann', 'ben', 'dan', 'eve'].map((lead) => handedOff(lead, '2026-01-05')),
  accepted('ann', '2026-01-07'),
  sentBack('rejected', 'ann', '2026-01-09'),
  sentBack('rejected', 'ben', '2026-01-06'),
  handedOff('ben', '2026-02-01'),
  sentBack('recycled', 'ben', '2026-02-04'),
  sentBack('disqualified', 'dan', '2026-01-10'),
];

testMetric(daysToDecisionMedian, {
  'is the middle of the first decisions of each hand-off': {
    log,
    columns: ['value', 'numerator', 'denominator', 'mature'],
    rows: [[2.5, null, 4, true]],
  },
  'is young while hand-offs are': {
    log,
    report: { asOf: '2026-02-05' },
    columns: ['value', 'mature'],
    rows: [[2.5, false]],
  },
});
