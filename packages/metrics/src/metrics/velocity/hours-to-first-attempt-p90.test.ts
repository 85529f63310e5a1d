import { testMetric } from '../../../test/support/test-metric.ts';
import { firstAttempts } from '../../../test/support/velocity-logs.ts';
import { hoursToFirstAttemptP90 } from './hours-to-first-attempt-p90.ts';

testMetric(hoursToFirstAttemptP90, {
  'is counted from the first owner to the first attempt of a person, in each hand-off': {
    log: firstAttempts,
    // 0.8 of the way from 3 to 26.
    columns: ['value', 'numerator', 'denominator', 'excluded'],
    rows: [[21.4, null, 3, 1]],
  },
});
