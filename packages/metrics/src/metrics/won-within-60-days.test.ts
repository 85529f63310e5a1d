import { agreementWith } from '../../test/support/agreements.ts';
import { after, journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { wonWithin60Days } from './won-within-60-days.ts';

testMetric(wonWithin60Days, {
  'is read by segment': {
    log: [
      ...journey('ann', { captured: after(0), won: after(45), channel: 'partner' }),
      ...journey('ben', { captured: after(0), won: after(75), channel: 'partner' }),
      ...journey('cat', { captured: after(0), won: after(60), channel: 'email' }),
    ],
    agreement: agreementWith({ segments: [{ id: 'partners', when: { field: 'source.channel', is: 'partner' } }] }),
    report: { by: ['segment'] },
    columns: ['value', 'numerator', 'denominator'],
    rows: [
      ['partners', 1 / 2, 1, 2],
      [null, 1, 1, 1],
    ],
  },
});
