import { after, journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { mqlWithin30Days } from './mql-within-30-days.ts';

testMetric(mqlWithin30Days, {
  'leaves out leads whose MQL is only implied, since nobody knows when it was': {
    log: [
      ...journey('ann', { captured: after(0), mql: after(29) }),
      ...journey('ben', { captured: after(0), mql: after(31) }),
      ...journey('cat', { captured: after(0), sal: after(2) }),
      ...journey('dan', { captured: after(0) }),
    ],
    columns: ['value', 'numerator', 'denominator', 'implied', 'excluded'],
    rows: [[1 / 3, 1, 3, 1, 0]],
  },
});
