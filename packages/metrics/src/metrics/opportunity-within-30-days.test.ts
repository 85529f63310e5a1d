import { after, journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { opportunityWithin30Days } from './opportunity-within-30-days.ts';

testMetric(opportunityWithin30Days, {
  'takes deals before the capture out of both parts': {
    log: [
      ...journey('ann', { captured: after(5), opportunity: after(4) }),
      ...journey('ben', { captured: after(0), opportunity: after(30) }),
      ...journey('cat', { captured: after(0) }),
    ],
    columns: ['value', 'numerator', 'denominator', 'excluded'],
    rows: [[1 / 2, 1, 2, 1]],
  },
});
