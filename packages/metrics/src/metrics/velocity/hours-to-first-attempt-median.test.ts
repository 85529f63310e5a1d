import { assigned, attempted, automated, handedOff } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { hoursToFirstAttemptMedian } from './hours-to-first-attempt-median.ts';

/** Attempts 1, 3 and 26 hours after the first owner of each hand-off. */
const log = [
  ...['ann', 'ben', 'mail', 'hasty'].map((lead) => handedOff(lead, '2026-01-05T08:00:00Z')),
  ...['ann', 'ben', 'mail'].map((lead) => assigned(lead, '2026-01-05T09:00:00Z', 'sam')),
  automated('ann', '2026-01-05T09:01:00Z'),
  attempted('ann', '2026-01-05T09:30:00Z', { direction: 'inbound' }),
  attempted('ann', '2026-01-05T10:00:00Z', { connected: false }),
  attempted('ann', '2026-01-05T11:00:00Z'),
  assigned('ben', '2026-01-05T11:30:00Z', 'sue'),
  attempted('ben', '2026-01-05T12:00:00Z'),
  handedOff('ann', '2026-01-12T09:00:00Z'),
  assigned('ann', '2026-01-12T09:00:00Z', 'sam'),
  attempted('ann', '2026-01-13T11:00:00Z'),
  automated('mail', '2026-01-05T10:00:00Z'),
  // Called before anybody owned the lead.
  attempted('hasty', '2026-01-05T08:30:00Z'),
  assigned('hasty', '2026-01-05T09:00:00Z', 'sam'),
  // Nobody was assigned in the hand-off.
  assigned('owned', '2026-01-05T07:00:00Z', 'sam'),
  handedOff('owned', '2026-01-05T08:00:00Z'),
  attempted('owned', '2026-01-05T16:00:00Z'),
];

testMetric(hoursToFirstAttemptMedian, {
  'is counted from the first owner to the first attempt of a person, in each hand-off': {
    log,
    columns: ['value', 'numerator', 'denominator', 'excluded'],
    rows: [[3, null, 3, 1]],
  },
});
