import { after, journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { daysToSqlP90 } from './days-to-sql-p90.ts';

testMetric(daysToSqlP90, {
  'is null for nobody': {
    log: [
      ...journey('ann', { captured: after(0), sal: after(3) }),
      ...journey('ben', { captured: after(1), won: after(9) }),
    ],
    columns: ['value', 'denominator', 'implied'],
    rows: [[null, 0, 1]],
  },
  'interpolates between five values': {
    // Position 0.9 × 4 = 3.6: from the fourth value 6 tenths of the way to the fifth, 8 + 0.6 × 10.
    log: [18, 2, 8, 4, 6].flatMap((days, index) => journey(`l${index}`, { captured: after(0), sql: after(days) })),
    columns: ['value', 'denominator'],
    rows: [[14, 5]],
  },
});
