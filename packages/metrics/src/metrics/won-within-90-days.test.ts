import { agreementWith } from '../../test/support/agreements.ts';
import { after, journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { wonWithin90Days } from './won-within-90-days.ts';

testMetric(wonWithin90Days, {
  'takes excluded leads out of both parts and counts them': {
    log: [
      ...journey('ann', { captured: after(0), won: after(90), channel: 'email' }),
      ...journey('ben', { captured: after(0), won: after(91), channel: 'email' }),
      ...journey('riva', { captured: after(0), won: after(1), channel: 'rival' }),
    ],
    agreement: agreementWith({ exclusions: [{ id: 'rivals', when: { field: 'source.channel', is: 'rival' } }] }),
    columns: ['value', 'numerator', 'denominator', 'excluded'],
    rows: [[1 / 2, 1, 2, 1]],
  },
});
