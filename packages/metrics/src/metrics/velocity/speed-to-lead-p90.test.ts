import { testMetric } from '../../../test/support/test-metric.ts';
import { firstCalls } from '../../../test/support/velocity-logs.ts';
import { speedToLeadP90 } from './speed-to-lead-p90.ts';

testMetric(speedToLeadP90, {
  'is counted from the capture to the first attempt of a person, once for each lead': {
    log: firstCalls,
    // 0.8 of the way from 2 to 10.
    columns: ['value', 'numerator', 'denominator', 'excluded'],
    rows: [[8.4, null, 3, 1]],
  },
});
