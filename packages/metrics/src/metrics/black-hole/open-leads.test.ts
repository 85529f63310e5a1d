import { blackHoleAgreement, blackHoleAsOf, blackHoleLog } from '../../../test/support/black-hole-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { openLeads } from './open-leads.ts';

const given = { log: blackHoleLog, agreement: blackHoleAgreement };

testMetric(openLeads, {
  'counts all that are not won or disqualified, lost and recycled ones too; an exclusion takes one out': {
    ...given,
    report: { asOf: blackHoleAsOf },
    columns: ['value', 'numerator', 'denominator', 'excluded', 'clause'],
    rows: [[7, 7, null, 1, 'terms.lead']],
  },
  'reads its dimensions at as-of': {
    ...given,
    report: { asOf: blackHoleAsOf, by: ['owner'] },
    columns: ['value'],
    rows: [
      ['amy', 2],
      ['ben', 2],
      [null, 3],
    ],
  },
  'is of the leads that had been captured by then': {
    ...given,
    report: { asOf: '2026-01-04T00:00:00Z' },
    columns: ['value'],
    // good, both, lost, and won and out, which were still open.
    rows: [[5]],
  },
});
