import { blackHoleAgreement, blackHoleAsOf, blackHoleLog } from '../../../test/support/black-hole-log.ts';
import { assigned, captured } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { unownedLeads } from './unowned-leads.ts';

const given = { log: blackHoleLog, agreement: blackHoleAgreement };

testMetric(unownedLeads, {
  'counts open leads that nobody owns, and no closed ones': {
    ...given,
    report: { asOf: blackHoleAsOf, by: ['source.channel'] },
    columns: ['value', 'excluded'],
    rows: [
      ['email', 1, 0],
      ['paid', 2, 0],
      ['rival', 0, 1],
    ],
  },
  'counts one whose owner was taken away': {
    log: [captured('ann', '2026-01-01'), assigned('ann', '2026-01-02', 'amy'), assigned('ann', '2026-01-05', null)],
    columns: ['value'],
    rows: [[1]],
  },
});
