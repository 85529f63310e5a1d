import { spent } from '../../../test/support/ledger-events.ts';
import { sourcingAgreement, sourcingLog } from '../../../test/support/sourcing-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { returnOnSpend } from './return-on-spend.ts';

testMetric(returnOnSpend, {
  'is what marketing sourced over what was spent, and null where nothing was': {
    agreement: sourcingAgreement,
    log: [...sourcingLog, spent('spring', ['2026-01-31', '2026-02-01'], 40)],
    report: { by: ['month'], from: '2026-01-01', to: '2026-03-31' },
    columns: ['value', 'numerator', 'denominator', 'unit', 'excluded'],
    rows: [
      ['2026-01', 0, 0, 2000, 'ratio', 0],
      ['2026-02', 5.05, 10_100, 2000, 'ratio', 1],
      ['2026-03', null, 0, 0, 'ratio', 0],
    ],
  },
});
