import { testMetric } from '../../../test/support/test-metric.ts';
import { firstAttempts } from '../../../test/support/velocity-logs.ts';
import { workingHoursToFirstAttemptP90 } from './working-hours-to-first-attempt-p90.ts';

testMetric(workingHoursToFirstAttemptP90, {
  'counts what was worked between the two, for the same hand-offs as the elapsed hours': {
    log: firstAttempts,
    // 0.8 of the way from 3 to 10.
    columns: ['value', 'numerator', 'denominator', 'excluded'],
    rows: [[8.6, null, 3, 1]],
  },
});
