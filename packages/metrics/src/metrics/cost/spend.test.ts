import { agreementWith } from '../../../test/support/agreements.ts';
import { planned, spent } from '../../../test/support/ledger-events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { spend } from './spend.ts';

testMetric(spend, {
  'spreads each cost over the days that it was for, to the unit': {
    log: [
      // 25 a day: two days in January, two in February.
      spent('spring', ['2026-01-30', '2026-02-02'], 100),
      // 10 cents over four days: 2, 3, 2, 3.
      spent('spring', ['2026-01-29', '2026-02-01'], 0.1),
    ],
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator', 'unit', 'currency', 'anchor'],
    rows: [
      ['2026-01', 5007, 5007, null, 'money', 'EUR', 'spent'],
      ['2026-02', 5003, 5003, null, 'money', 'EUR', 'spent'],
    ],
  },
  'takes the rate of each day': {
    agreement: agreementWith({
      rates: {
        USD: [
          { from: '2026-01-01', rate: 0.9 },
          { from: '2026-02-01', rate: 0.8 },
        ],
      },
    }),
    log: [spent('spring', ['2026-01-31', '2026-02-01'], 40, 'USD')],
    report: { by: ['month'] },
    columns: ['value'],
    rows: [
      ['2026-01', 1800],
      ['2026-02', 1600],
    ],
  },
  'is by the channel of the campaign, and by the campaign': {
    log: [
      planned('spring', '2026-01-01', 'paid'),
      spent('spring', ['2026-01-01', '2026-01-31'], 310),
      spent('unplanned', ['2026-01-01', '2026-01-01'], 1),
    ],
    report: { by: ['source.channel', 'source.campaign'] },
    columns: ['value'],
    rows: [
      ['paid', 'spring', 31_000],
      [null, 'unplanned', 100],
    ],
  },
  "cuts days in the agreement's zone": {
    agreement: agreementWith({ timeZone: 'Asia/Tokyo' }),
    // The first of February begins on 31 January, 15:00 UTC.
    log: [spent('spring', ['2026-02-01', '2026-02-01'], 1)],
    report: { by: ['month'] },
    columns: ['value'],
    rows: [['2026-02', 100]],
  },
  'counts the days of a period only, and an empty month as nothing': {
    log: [spent('spring', ['2026-01-01', '2026-01-31'], 310)],
    report: { by: ['month'], from: '2026-01-22', to: '2026-02-28' },
    columns: ['value'],
    rows: [
      ['2026-01', 10_000],
      ['2026-02', 0],
    ],
  },
});
