import { after, journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { daysToHandedOffP90 } from './days-to-handed-off-p90.ts';

testMetric(daysToHandedOffP90, {
  'of two values lies nine tenths of the way': {
    log: [
      ...journey('ann', { captured: after(0), handed_off: after(0) }),
      ...journey('ben', { captured: after(0), handed_off: after(10) }),
    ],
    columns: ['value', 'denominator', 'unit'],
    rows: [[9, 2, 'days']],
  },
});
