import { accepted, handedOff, sentBack } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { daysToDecisionP90 } from './days-to-decision-p90.ts';

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

testMetric(daysToDecisionP90, {
  'is what nine of ten stay below, by definition 7': {
    log,
    // Three gaps between 1, 2, 3 and 5 days; nine tenths of the way are 0.7 of the last one.
    columns: ['value', 'denominator'],
    rows: [[4.4, 4]],
  },
});
