import { assigned, captured, handedOff } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { firstOwners } from '../../../test/support/velocity-logs.ts';
import { workingHoursToAssignedP90 } from './working-hours-to-assigned-p90.ts';

testMetric(workingHoursToAssignedP90, {
  'counts what was worked, Monday to Friday from 9 to 17': {
    log: firstOwners,
    // 0.8 of the way from 3 to 5.
    columns: ['value', 'denominator', 'unit'],
    rows: [[4.6, 3, 'working_hours']],
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
