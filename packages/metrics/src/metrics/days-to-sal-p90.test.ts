import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { daysToSalP90 } from './days-to-sal-p90.ts';

testMetric(daysToSalP90, {
  'is the value itself where there is only one, to the second': {
    log: journey('ann', { captured: '2026-01-01T00:00:00Z', sal: '2026-01-01T00:00:01.999Z' }),
    columns: ['value', 'denominator'],
    rows: [[1 / 86_400, 1]],
  },
});
