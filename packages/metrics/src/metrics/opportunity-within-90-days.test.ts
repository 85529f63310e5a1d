import { captured, opened } from '../../test/support/events.ts';
import { after } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { opportunityWithin90Days } from './opportunity-within-90-days.ts';

testMetric(opportunityWithin90Days, {
  'counts each lead of a shared deal by its own capture': {
    log: [captured('early', after(0)), captured('late', after(60)), opened('shared', after(100), ['early', 'late'])],
    columns: ['value', 'numerator', 'denominator'],
    rows: [[1 / 2, 1, 2]],
  },
});
