import { testMetric } from '../../../test/support/test-metric.ts';
import { firstAttempts } from '../../../test/support/velocity-logs.ts';
import { hoursToFirstAttemptMedian } from './hours-to-first-attempt-median.ts';

testMetric(hoursToFirstAttemptMedian, {
  'is counted from the first owner to the first attempt of a person, in each hand-off': {
    log: firstAttempts,
    columns: ['value', 'numerator', 'denominator', 'excluded'],
    rows: [[3, null, 3, 1]],
  },
});
