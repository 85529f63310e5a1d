import { recyclingAgreement, recyclingLog } from '../../../test/support/recycling-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { revivalRate } from './revival-rate.ts';

const given = { log: recyclingLog, agreement: recyclingAgreement };

testMetric(revivalRate, {
  'is of the leads that went back, by the month in which they did': {
    ...given,
    report: { by: ['month'] },
    columns: ['numerator', 'denominator', 'value', 'mature', 'clause'],
    rows: [['2026-01', 2, 8, 0.25, true, 'reasons']],
  },
  'is not mature before the last of them has had a year': {
    ...given,
    // The last one went back on 16 January.
    report: { asOf: '2027-01-15T23:59:59Z' },
    columns: ['value', 'mature'],
    rows: [[0.25, false]],
  },
  'is mature when it has': {
    ...given,
    report: { asOf: '2027-01-16T00:00:00Z' },
    columns: ['value', 'mature'],
    rows: [[0.25, true]],
  },
  'knows nothing of what came later': {
    ...given,
    report: { asOf: '2026-02-02T12:00:00Z' },
    columns: ['numerator', 'denominator'],
    rows: [[1, 8]],
  },
});
