import { after, journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { daysToSalMedian } from './days-to-sal-median.ts';

testMetric(daysToSalMedian, {
  'is measured by channel': {
    log: [
      ...journey('ann', { captured: after(0), sal: after(0.5), channel: 'email' }),
      ...journey('ben', { captured: after(0), sal: after(1.25), channel: 'paid' }),
      ...journey('cat', { captured: after(1), sal: after(4.75), channel: 'paid' }),
      ...journey('dan', { captured: after(1), channel: 'referral' }),
    ],
    report: { by: ['source.channel'] },
    columns: ['value', 'denominator'],
    rows: [
      ['email', 0.5, 1],
      ['paid', 2.5, 2],
      ['referral', null, 0],
    ],
  },
});
