import { captured, handedOff } from '../../../test/support/events.ts';
import { recyclingAgreement, recyclingLog } from '../../../test/support/recycling-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { revived } from './revived.ts';

const given = { log: recyclingLog, agreement: recyclingAgreement };

testMetric(revived, {
  'counts each lead once, by the first hand-off after it went back': {
    ...given,
    report: { by: ['day'], from: '2026-02-01', to: '2026-02-09' },
    columns: ['value'],
    rows: [
      ['2026-02-01', 0],
      ['2026-02-02', 1],
      ['2026-02-03', 1],
      ['2026-02-04', 0],
      ['2026-02-05', 0],
      ['2026-02-06', 0],
      ['2026-02-07', 0],
      ['2026-02-08', 0],
      ['2026-02-09', 0],
    ],
  },
  'does not count a second hand-off of a lead that never went back': {
    log: [captured('ann', '2026-01-01'), handedOff('ann', '2026-01-02'), handedOff('ann', '2026-01-03')],
    columns: ['value'],
    rows: [[0]],
  },
});
