import { after, journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { daysToMqlMedian } from './days-to-mql-median.ts';

testMetric(daysToMqlMedian, {
  'is the middle of the days from capture to MQL': {
    log: [5, 1, 2.5].flatMap((days, index) => journey(`l${index}`, { captured: after(0), mql: after(days) })),
    columns: ['value', 'numerator', 'denominator', 'excluded'],
    rows: [[2.5, null, 3, 0]],
  },
  'lies between the two in the middle of an even number': {
    log: [1, 2, 4, 30].flatMap((days, index) => journey(`l${index}`, { captured: after(10), mql: after(10 + days) })),
    columns: ['value', 'denominator'],
    rows: [[3, 4]],
  },
});
