import { after, journey } from '../../../test/support/journey.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { daysInMqlMedian } from './days-in-mql-median.ts';

testMetric(daysInMqlMedian, {
  'is over the leads that left the stage by an event of their own': {
    log: [
      ...journey('two', { captured: after(0), mql: after(1), handed_off: after(3) }),
      ...journey('five and a half', { captured: after(0), mql: after(2), handed_off: after(7.5) }),
      // Skipped the hand-off, is still an MQL, or was handed off before: none of them has a time in the stage.
      ...journey('skipped', { captured: after(0), mql: after(1), sal: after(4) }),
      ...journey('waits', { captured: after(0), mql: after(1) }),
      ...journey('backwards', { captured: after(0), mql: after(5), handed_off: after(4) }),
    ],
    columns: ['value', 'numerator', 'denominator', 'excluded', 'implied'],
    rows: [[3.75, null, 2, 1, 1]],
  },
  'is nothing where nobody left': {
    log: journey('ann', { captured: after(0), mql: after(1) }),
    columns: ['value', 'denominator'],
    rows: [[null, 0]],
  },
});
