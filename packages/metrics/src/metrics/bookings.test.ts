import { amount, captured, deal, opened, won } from '../../test/support/events.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { bookings } from './bookings.ts';

testMetric(bookings, {
  'adds the amounts of won deals by the month of the win': {
    log: [
      captured('ann', '2026-01-01', 'email'),
      opened('d1', '2026-01-10', ['ann'], amount(100)),
      won('d1', '2026-02-10', []),
      won('d2', '2026-02-11', [], amount(50.25)),
      won('d3', '2026-03-31T23:59:59Z', [], amount(20)),
      opened('open', '2026-02-01', [], amount(999)),
      won('lost', '2026-02-01', [], amount(999)),
      deal('reopened', 'lost', '2026-02-02'),
    ],
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator', 'currency', 'unit', 'excluded'],
    rows: [
      ['2026-02', 15_025, 15_025, null, 'EUR', 'money', 0],
      ['2026-03', 2000, 2000, null, 'EUR', 'money', 0],
    ],
  },
  'takes the amount that was said last, and counts wins without any as left out': {
    log: [
      won('changed', '2026-02-10', [], amount(100)),
      deal('changed', 'changed', '2026-02-20', null, amount(80)),
      won('silent', '2026-02-11', []),
    ],
    columns: ['value', 'excluded', 'mature', 'low'],
    rows: [[8000, 1, null, null]],
  },
  'gives a deal the source of the lead that was captured first': {
    log: [
      captured('late', '2026-01-05', 'paid'),
      captured('early', '2026-01-04', 'email'),
      won('shared', '2026-02-01', ['late', 'early'], amount(10)),
      won('of nobody', '2026-02-01', [], amount(1)),
    ],
    report: { by: ['source.channel'] },
    columns: ['value'],
    rows: [
      ['email', 1000],
      [null, 100],
    ],
  },
});
