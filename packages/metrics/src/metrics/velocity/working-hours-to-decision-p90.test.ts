import { accepted, assigned, handedOff, sentBack } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { workingHoursToDecisionP90 } from './working-hours-to-decision-p90.ts';

testMetric(workingHoursToDecisionP90, {
  'counts from the hand-off, whoever was assigned when': {
    log: [
      // Six hours: work begins at 9.
      handedOff('ann', '2026-01-05T08:00:00Z'),
      assigned('ann', '2026-01-05T12:00:00Z', 'sam'),
      accepted('ann', '2026-01-05T15:00:00Z'),
      // Two hours, with a weekend between.
      handedOff('ben', '2026-01-09T16:00:00Z'),
      sentBack('rejected', 'ben', '2026-01-12T10:00:00Z'),
      // Nine hours, with a night between.
      handedOff('ben', '2026-01-19T09:00:00Z'),
      sentBack('recycled', 'ben', '2026-01-20T10:00:00Z'),
      handedOff('open', '2026-01-05T08:00:00Z'),
    ],
    // 0.8 of the way from 6 to 9.
    columns: ['value', 'numerator', 'denominator', 'unit'],
    rows: [[8.4, null, 3, 'working_hours']],
  },
});
