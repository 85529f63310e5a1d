import { reopened } from '../../../test/support/ledger-events.ts';
import { sourcingAgreement, sourcingLog } from '../../../test/support/sourcing-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { bookingsInfluenced } from './bookings-influenced.ts';

const given = { log: sourcingLog, agreement: sourcingAgreement };

testMetric(bookingsInfluenced, {
  'adds what marketing sourced or touched, by the win': {
    ...given,
    report: { by: ['month'], from: '2026-01-01', to: '2026-02-28' },
    columns: ['value', 'excluded', 'clause'],
    rows: [
      ['2026-01', 0, 0, 'sourcing'],
      ['2026-02', 30_100, 1, 'sourcing'],
    ],
  },
  'forgets a deal that was reopened': {
    ...given,
    log: [...sourcingLog, reopened('in', '2026-02-11')],
    columns: ['value'],
    rows: [[20_100]],
  },
});
