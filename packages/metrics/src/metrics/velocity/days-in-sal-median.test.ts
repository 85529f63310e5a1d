import { after, journey } from '../../../test/support/journey.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { daysInSalMedian } from './days-in-sal-median.ts';

testMetric(daysInSalMedian, {
  'is placed by the acceptance, not by the capture': {
    log: [
      ...journey('ann', { captured: after(0), sal: after(10), sql: after(12) }),
      ...journey('ben', { captured: after(0), sal: after(40), sql: after(40.5) }),
      ...journey('cat', { captured: after(0), sal: after(41), opportunity: after(43) }),
    ],
    report: { by: ['month'] },
    columns: ['value', 'denominator', 'implied'],
    rows: [
      ['2026-01', 2, 1, 0],
      ['2026-02', 0.5, 1, 1],
    ],
  },
});
