import { handedOff } from '../../test/support/events.ts';
import { after, journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { daysToHandedOffMedian } from './days-to-handed-off-median.ts';

testMetric(daysToHandedOffMedian, {
  'takes the first hand-off, and leaves out the implied ones': {
    log: [
      ...journey('ann', { captured: after(0), handed_off: after(4) }),
      handedOff('ann', after(9)),
      ...journey('ben', { captured: after(0), handed_off: after(6) }),
      ...journey('cat', { captured: after(0), sal: after(50) }),
      ...journey('dan', { captured: after(0) }),
    ],
    columns: ['value', 'denominator', 'implied'],
    rows: [[5, 2, 1]],
  },
});
