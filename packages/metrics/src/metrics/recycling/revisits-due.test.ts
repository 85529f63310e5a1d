import { recyclingAgreement, recyclingLog } from '../../../test/support/recycling-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { revisitsDue } from './revisits-due.ts';

const given = { log: recyclingLog, agreement: recyclingAgreement };

testMetric(revisitsDue, {
  'counts what is recycled and whose day has come; not what was handed off again, won or disqualified': {
    ...given,
    report: { asOf: '2026-03-01T00:00:00Z' },
    columns: ['value', 'numerator', 'clause'],
    rows: [[2, 2, 'reasons']],
  },
  'grows by time alone, from the very instant on': {
    ...given,
    report: { asOf: '2026-05-01T00:00:00Z' },
    columns: ['value'],
    rows: [[3]],
  },
  'does not count it a moment before': {
    ...given,
    report: { asOf: '2026-04-30T23:59:59Z' },
    columns: ['value'],
    rows: [[2]],
  },
});
