import { after, journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { daysToMqlP90 } from './days-to-mql-p90.ts';

testMetric(daysToMqlP90, {
  'is what nine of ten stay below, by definition 7': {
    // Ten gaps between eleven values: the ninth gap ends at the tenth value.
    log: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 40].flatMap((days, index) =>
      journey(`l${index}`, { captured: after(index), mql: after(index + days) }),
    ),
    columns: ['value', 'denominator'],
    rows: [[10, 11]],
  },
});
