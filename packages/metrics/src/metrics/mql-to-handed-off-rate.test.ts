import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { mqlToHandedOffRate } from './mql-to-handed-off-rate.ts';

testMetric(mqlToHandedOffRate, {
  'is anchored at the MQL': {
    log: [
      ...journey('ann', { captured: '2026-01-30', mql: '2026-02-01', handed_off: '2026-03-01' }),
      ...journey('ben', { captured: '2026-01-30', mql: '2026-01-31' }),
      ...journey('cat', { captured: '2026-02-01' }),
    ],
    report: { by: ['month'] },
    columns: ['anchor', 'value', 'numerator', 'denominator'],
    rows: [
      ['2026-01', 'mql', 0, 0, 1],
      ['2026-02', 'mql', 1, 1, 1],
    ],
  },
});
