import { assigned, captured, handedOff } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { workingHoursToAssignedMedian } from './working-hours-to-assigned-median.ts';

/** Work begins at 9: 1.5, 3 and 5 working hours until somebody owned the lead. */
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

testMetric(workingHoursToAssignedMedian, {
  'counts what was worked, Monday to Friday from 9 to 17': {
    log,
    columns: ['value', 'denominator', 'unit'],
    rows: [[3, 3, 'working_hours']],
  },
  'takes no time over a weekend': {
    log: [
      captured('ann', '2026-01-01'),
      handedOff('ann', '2026-01-09T17:00:00Z'),
      assigned('ann', '2026-01-12T09:00:00Z', 'sam'),
    ],
    columns: ['value', 'denominator'],
    rows: [[0, 1]],
  },
});
