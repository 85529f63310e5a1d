import { after, journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { salWithin7Days } from './sal-within-7-days.ts';

testMetric(salWithin7Days, {
  'takes those who were never accepted for not within': {
    log: [
      ...journey('ann', { captured: after(0), sal: after(6.5) }),
      ...journey('ben', { captured: after(0), sal: after(8) }),
      ...journey('cat', { captured: after(0), mql: after(1) }),
      ...journey('dan', { captured: after(1), sal: after(1) }),
    ],
    columns: ['value', 'numerator', 'denominator'],
    rows: [[1 / 2, 2, 4]],
  },
});
