import { expect } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { daysToWonP90 } from './days-to-won-p90.ts';

testMetric(daysToWonP90, {
  'measures days of 24 hours across a change of the clocks': {
    log: [
      ...journey('ann', { captured: '2026-03-28T12:00:00+01:00', won: '2026-03-30T12:00:00+02:00' }),
      ...journey('ben', { captured: '2026-03-28T12:00:00+01:00', won: '2026-03-29T12:00:00+02:00' }),
    ],
    agreement: agreementWith({ timeZone: 'Europe/Berlin' }),
    columns: ['value', 'denominator'],
    // 23 and 47 hours: 23 + 0.9 × 24 = 44.6 hours.
    rows: [[expect.closeTo(44.6 / 24, 12), 2]],
  },
});
