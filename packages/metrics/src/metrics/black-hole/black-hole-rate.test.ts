import { blackHoleAgreement, blackHoleAsOf, blackHoleLog } from '../../../test/support/black-hole-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { blackHoleRate } from './black-hole-rate.ts';

const given = { log: blackHoleLog, agreement: blackHoleAgreement };

testMetric(blackHoleRate, {
  'is a share of the open leads': {
    ...given,
    report: { asOf: blackHoleAsOf, by: ['source.channel'] },
    columns: ['numerator', 'denominator', 'value', 'mature', 'excluded'],
    rows: [
      ['email', 2, 3, 2 / 3, null, 0],
      ['paid', 4, 4, 1, null, 0],
      ['rival', 0, 0, null, null, 1],
    ],
  },
  'is null where nothing is open': {
    log: blackHoleLog.filter(({ subject }) => ['lead/won', 'opportunity/of won'].includes(subject)),
    columns: ['value', 'numerator', 'denominator'],
    rows: [[null, 0, 0]],
  },
});
