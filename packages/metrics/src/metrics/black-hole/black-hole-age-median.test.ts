import { blackHoleAgreement, blackHoleAsOf, blackHoleLog } from '../../../test/support/black-hole-log.ts';
import { captured, event } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { blackHoleAgeMedian } from './black-hole-age-median.ts';

const given = { log: blackHoleLog, agreement: blackHoleAgreement };

testMetric(blackHoleAgeMedian, {
  'is the median of the days since they came to where they stand': {
    ...given,
    report: { asOf: blackHoleAsOf },
    columns: ['value', 'denominator', 'numerator', 'unit'],
    // In days: late 1 and a second, overdue 17, unowned 21, idle 22, lost 24, both 30.
    rows: [[21.5, 6, null, 'days']],
  },
  'does not begin anew when something is said that moves nothing': {
    log: [captured('ann', '2026-01-01'), event('lead.updated', 'lead/ann', '2026-01-09', { product: 'suite' })],
    report: { asOf: '2026-01-11T00:00:00Z' },
    columns: ['value'],
    rows: [[10]],
  },
  'has no value where nothing is in it': {
    log: [],
    columns: ['value', 'denominator'],
    rows: [[null, 0]],
  },
});
