import { agreementWith } from '../../../test/support/agreements.ts';
import { journey } from '../../../test/support/journey.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { wonAttainment } from './won-attainment.ts';

const agreement = agreementWith({
  sla: { promised: { of: 'sales', count: { won: 62 }, per: 'month' } },
});

/** Captured in October; of the second one it was said in November only. */
const log = [
  ...journey('soon', { captured: '2026-10-02', won: '2026-10-09' }),
  ...journey('late', { captured: '2026-10-02', won: '2026-11-09' }),
  ...journey('never', { captured: '2026-10-02' }),
  ...journey('before', { captured: '2026-09-02', won: '2026-10-09' }),
];

testMetric(wonAttainment, {
  'counts the leads of the month, whenever they came so far': {
    log,
    agreement,
    report: { from: '2026-10-01', to: '2026-10-31' },
    columns: ['value', 'numerator', 'denominator'],
    rows: [[2 / 62, 2, 62]],
  },
});
