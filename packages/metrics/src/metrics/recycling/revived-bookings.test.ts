import { amount, won } from '../../../test/support/events.ts';
import { reopened } from '../../../test/support/ledger-events.ts';
import { recyclingAgreement, recyclingLog } from '../../../test/support/recycling-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { revivedBookings } from './revived-bookings.ts';

const given = { log: recyclingLog, agreement: recyclingAgreement };

testMetric(revivedBookings, {
  'adds the deals that were opened after the revival, by the month of the win': {
    ...given,
    report: { by: ['month'] },
    columns: ['value', 'excluded', 'unit'],
    rows: [
      ['2026-01', 0, 0, 'money'],
      ['2026-02', 5000, 0, 'money'],
    ],
  },
  'counts one without an amount as left out, and a reopened one not at all': {
    ...given,
    log: [
      ...recyclingLog,
      won('silent', '2026-02-21', ['back']),
      won('again', '2026-02-22', ['back'], amount(3)),
      reopened('again', '2026-02-23'),
    ],
    columns: ['value', 'excluded'],
    rows: [[5000, 1]],
  },
});
