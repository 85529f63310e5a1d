import { after, journey } from '../../../test/support/journey.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { daysInHandedOffMedian } from './days-in-handed-off-median.ts';

testMetric(daysInHandedOffMedian, {
  'counts an acceptance at the very instant of the hand-off (rule 6)': {
    log: [0, 1, 4].flatMap((days, index) =>
      journey(`l${index}`, { captured: after(0), mql: after(1), handed_off: after(2), sal: after(2 + days) }),
    ),
    columns: ['value', 'denominator'],
    rows: [[1, 3]],
  },
});
