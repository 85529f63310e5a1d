import { blackHoleAgreement, blackHoleAsOf, blackHoleLog } from '../../../test/support/black-hole-log.ts';
import { attempted } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { leadsPastSla } from './leads-past-sla.ts';

const given = { log: blackHoleLog, agreement: blackHoleAgreement };

testMetric(leadsPastSla, {
  'counts a broken SLA from the first second after it was due, without any event': {
    ...given,
    report: { asOf: blackHoleAsOf },
    columns: ['value', 'clause'],
    rows: [[1, 'sla']],
  },
  'does not count it a second before': {
    ...given,
    report: { asOf: '2026-01-31T23:59:59Z' },
    columns: ['value'],
    rows: [[0]],
  },
  'forgets it when what was owed is done, late as it is': {
    ...given,
    log: [...blackHoleLog, attempted('late', '2026-02-03')],
    report: { asOf: '2026-02-04' },
    columns: ['value'],
    rows: [[0]],
  },
});
