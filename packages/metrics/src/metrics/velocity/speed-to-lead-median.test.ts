import { testMetric } from '../../../test/support/test-metric.ts';
import { firstCalls } from '../../../test/support/velocity-logs.ts';
import { speedToLeadMedian } from './speed-to-lead-median.ts';

testMetric(speedToLeadMedian, {
  'is counted from the capture to the first attempt of a person, once for each lead': {
    log: firstCalls,
    columns: ['value', 'numerator', 'denominator', 'excluded'],
    rows: [[2, null, 3, 1]],
  },
});
