import { agreementWith } from '../../../test/support/agreements.ts';
import { amount, won } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { bookingsRemaining } from './bookings-remaining.ts';

const agreement = agreementWith({
  goals: [{ metric: 'bookings', per: 'quarter', target: 1000, teams: ['marketing', 'sales'] }],
});

const log = [
  won('a', '2026-02-01', [], amount(400)),
  won('b', '2026-04-01', [], amount(1200)),
  won('silent', '2026-04-02', []),
];

testMetric(bookingsRemaining, {
  'is the target less what was booked, below zero where it was more': {
    log,
    agreement,
    report: { by: ['quarter'], from: '2026-01-01', to: '2026-06-30' },
    columns: ['value', 'unit', 'excluded'],
    rows: [
      ['2026-Q1', 60_000, 'money', 0],
      ['2026-Q2', -20_000, 'money', 1],
    ],
  },
  'is not known where no target is agreed': {
    log,
    columns: ['value'],
    rows: [[null]],
  },
  'is not known for a group, since the target is that of everybody': {
    log,
    agreement,
    report: { by: ['source.channel'], from: '2026-01-01', to: '2026-03-31' },
    columns: ['value'],
    rows: [[null, null]],
  },
});
