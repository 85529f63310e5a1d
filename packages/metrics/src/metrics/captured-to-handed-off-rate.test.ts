import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { capturedToHandedOffRate } from './captured-to-handed-off-rate.ts';

testMetric(capturedToHandedOffRate, {
  'is split by channel, the missing one last': {
    log: [
      ...journey('ann', { captured: '2026-01-01', handed_off: '2026-01-02', channel: 'email' }),
      ...journey('ben', { captured: '2026-01-01', mql: '2026-01-02', channel: 'email' }),
      ...journey('cat', { captured: '2026-01-01', sal: '2026-01-02' }),
    ],
    report: { by: ['source.channel'] },
    columns: ['value', 'numerator', 'denominator', 'implied'],
    rows: [
      ['email', 1 / 2, 1, 2, 0],
      [null, 1, 1, 1, 1],
    ],
  },
});
