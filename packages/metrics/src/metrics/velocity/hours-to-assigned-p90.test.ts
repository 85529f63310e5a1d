import { assigned, handedOff } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { hoursToAssignedP90 } from './hours-to-assigned-p90.ts';

/** 2.5, 4 and 6 hours until somebody owned the lead. */
const log = [
  handedOff('ann', '2026-01-05T08:00:00Z'),
  assigned('ann', '2026-01-05T10:30:00Z', 'sam'),
  assigned('ann', '2026-01-05T20:00:00Z', 'sue'),
  handedOff('ann', '2026-01-12T08:00:00Z'),
  assigned('ann', '2026-01-12T14:00:00Z', 'sam'),
  handedOff('ben', '2026-01-05T08:00:00Z'),
  assigned('ben', '2026-01-05T09:00:00Z', null),
  assigned('ben', '2026-01-05T12:00:00Z', 'sam'),
  // Owned before the hand-off, and never: neither was routed after it.
  assigned('cat', '2026-01-05T07:00:00Z', 'sam'),
  handedOff('cat', '2026-01-05T08:00:00Z'),
  handedOff('dan', '2026-01-05T08:00:00Z'),
];

testMetric(hoursToAssignedP90, {
  'is counted from each hand-off to its first owner': {
    log,
    // Two gaps; nine tenths of the way are 0.8 of the one between 4 and 6.
    columns: ['value', 'numerator', 'denominator', 'unit'],
    rows: [[5.6, null, 3, 'hours']],
  },
});
