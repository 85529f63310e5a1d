import { amount, captured, won } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { blackHoleValue } from './black-hole-value.ts';

const log = [
  ...['ann', 'ben', 'cat', 'dan'].map((lead) => captured(lead, '2026-01-01')),
  won('d1', '2026-01-10', ['ann'], amount(100)),
  won('d2', '2026-01-11', ['ben'], amount(300)),
];

testMetric(blackHoleValue, {
  'is what its leads would bring if they were won as often as all others': {
    log,
    columns: ['value', 'unit', 'currency'],
    // cat and dan have no owner; 2 of 4 leads are won at 200 a deal: 2 × 100
    rows: [[20_000, 'money', 'EUR']],
  },
  'falls back on what any lead is worth, for groups without a deal and for cohorts that are young': {
    log: [
      captured('amy', '2026-01-01', 'email'),
      captured('bob', '2026-01-01', 'email'),
      captured('eve', '2026-01-01', 'event'),
      captured('fay', '2026-06-01', 'event'),
      won('d', '2026-01-10', ['amy'], amount(100)),
    ],
    report: { by: ['source.channel', 'month'], asOf: '2026-07-01', from: '2026-01-01', to: '2026-06-30' },
    columns: ['value', 'mature'],
    // bob is worth 1/2 × 100 by his own group; eve and fay 1/4 × 100, which is not a mature figure yet.
    rows: ['email', 'event'].flatMap((channel) =>
      ['01', '02', '03', '04', '05', '06'].map((month) => {
        if (month === '01')
          return channel === 'email' ? [channel, '2026-01', 5000, true] : [channel, '2026-01', 2500, false];
        return [channel, `2026-${month}`, channel === 'event' && month === '06' ? 2500 : 0, false];
      }),
    ),
  },
  'is of what any lead is worth, where of those that a filter keeps none was won': {
    log,
    report: { filters: [{ dimension: 'current.stage', in: ['inquiry'] }] },
    columns: ['value'],
    rows: [[20_000]],
  },
  'is not known while nothing is won': {
    log: log.slice(0, 4),
    columns: ['value'],
    rows: [[null]],
  },
});
