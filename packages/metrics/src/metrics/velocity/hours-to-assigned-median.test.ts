import { testMetric } from '../../../test/support/test-metric.ts';
import { firstOwners } from '../../../test/support/velocity-logs.ts';
import { hoursToAssignedMedian } from './hours-to-assigned-median.ts';

testMetric(hoursToAssignedMedian, {
  'is counted from each hand-off to its first owner': {
    log: firstOwners,
    columns: ['value', 'numerator', 'denominator', 'unit'],
    rows: [[4, null, 3, 'hours']],
  },
});
