import { after, journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { daysToWonMedian } from './days-to-won-median.ts';

testMetric(daysToWonMedian, {
  'counts a win in zero seconds': {
    log: [
      ...journey('ann', { captured: after(3), won: after(3) }),
      ...journey('ben', { captured: after(0), won: after(7) }),
      ...journey('cat', { captured: after(0), won: after(100) }),
    ],
    columns: ['value', 'denominator', 'excluded'],
    rows: [[7, 3, 0]],
  },
});
