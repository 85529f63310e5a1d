import { reopened } from '../../../test/support/ledger-events.ts';
import { sourcingAgreement, sourcingLog } from '../../../test/support/sourcing-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { bookingsSourced } from './bookings-sourced.ts';

const given = { log: sourcingLog, agreement: sourcingAgreement };

testMetric(bookingsSourced, {
  'adds what marketing sourced, by the win': {
    ...given,
    report: { by: ['month'], from: '2026-01-01', to: '2026-02-28' },
    columns: ['value', 'excluded', 'clause'],
    rows: [
      ['2026-01', 0, 0, 'sourcing'],
      ['2026-02', 10_100, 1, 'sourcing'],
    ],
  },
  'forgets a deal that was reopened': {
    ...given,
    log: [...sourcingLog, reopened('in', '2026-02-11')],
    columns: ['value'],
    rows: [[100]],
  },
});
