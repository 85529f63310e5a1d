import { blackHoleAgreement, blackHoleAsOf, blackHoleLog } from '../../../test/support/black-hole-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { blackHole } from './black-hole.ts';

const given = { log: blackHoleLog, agreement: blackHoleAgreement };

testMetric(blackHole, {
  'counts each open lead once, whatever is wrong with it': {
    ...given,
    report: { asOf: blackHoleAsOf },
    columns: ['value', 'numerator', 'denominator', 'excluded', 'clause'],
    // 3 without owner, 4 without next step, 1 past its SLA; both and lost are in two of them.
    rows: [[6, 6, null, 1, 'sla']],
  },
  'is smaller by the lead whose SLA was not yet broken': {
    ...given,
    report: { asOf: '2026-01-31T23:59:59Z', by: ['current.owner'] },
    columns: ['value'],
    rows: [
      ['amy', 1],
      ['ben', 1],
      [null, 3],
    ],
  },
});
