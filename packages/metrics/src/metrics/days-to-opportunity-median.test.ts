import { captured, opened } from '../../test/support/events.ts';
import { after } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { daysToOpportunityMedian } from './days-to-opportunity-median.ts';

testMetric(daysToOpportunityMedian, {
  'takes the first deal of a lead': {
    log: [
      captured('ann', after(0)),
      opened('later', after(20), ['ann']),
      opened('first', after(6), ['ann']),
      captured('ben', after(5)),
      opened('shared', after(7), ['ben', 'ann']),
    ],
    columns: ['value', 'denominator'],
    // 6 days for ann, 2 for ben.
    rows: [[4, 2]],
  },
});
