import { attempted } from '../../../test/support/events.ts';
import { atWork, callAgreement, monday } from '../../../test/support/sla-story.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { repDelayP90 } from './rep-delay-p90.ts';

testMetric(repDelayP90, {
  'is what nine of ten stay below, by definition 7': {
    log: [
      ...atWork('ann', 'ben', 'cat', 'dan'),
      attempted('ann', monday('10:00:00')),
      attempted('ben', monday('11:00:00')),
      attempted('cat', monday('19:00:00')),
    ],
    agreement: callAgreement(),
    // Two gaps between 1, 2 and 10 hours; nine tenths of the way are 0.8 of the second one.
    columns: ['value', 'denominator'],
    rows: [[8.4, 3]],
  },
});
