import { testMetric } from '../../../test/support/test-metric.ts';
import { firstOwners } from '../../../test/support/velocity-logs.ts';
import { hoursToAssignedP90 } from './hours-to-assigned-p90.ts';

testMetric(hoursToAssignedP90, {
  'is counted from each hand-off to its first owner': {
    log: firstOwners,
    // Two gaps; nine tenths of the way are 0.8 of the one between 4 and 6.
    columns: ['value', 'numerator', 'denominator', 'unit'],
    rows: [[5.6, null, 3, 'hours']],
  },
});
