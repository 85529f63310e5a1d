import { testMetric } from '../../../test/support/test-metric.ts';
import { firstAttempts } from '../../../test/support/velocity-logs.ts';
import { workingHoursToFirstAttemptMedian } from './working-hours-to-first-attempt-median.ts';

testMetric(workingHoursToFirstAttemptMedian, {
  'counts what was worked between the two, for the same hand-offs as the elapsed hours': {
    log: firstAttempts,
    columns: ['value', 'numerator', 'denominator', 'excluded'],
    rows: [[3, null, 3, 1]],
  },
});
