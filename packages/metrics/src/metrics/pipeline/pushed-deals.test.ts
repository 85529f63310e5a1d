import { changed, openedAt } from '../../../test/support/ledger-events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { pushedDeals } from './pushed-deals.ts';

const log = [
  openedAt('twice', '2026-01-05', 100, { closeDate: '2026-03-31' }),
  changed('twice', '2026-02-10', { closeDate: '2026-04-30' }),
  changed('twice', '2026-03-10', { closeDate: '2026-05-31' }),
  openedAt('pulled', '2026-01-05', 100, { closeDate: '2026-03-31' }),
  changed('pulled', '2026-02-10', { closeDate: '2026-02-28' }),
  openedAt('set', '2026-01-05', 100),
  changed('set', '2026-02-10', { closeDate: '2026-06-30' }),
  openedAt('once', '2026-01-05', 100, { closeDate: '2026-03-31' }),
  changed('once', '2026-03-30', { closeDate: '2026-04-01' }),
];

testMetric(pushedDeals, {
  'counts deals by the first time that their day was moved to a later one': {
    log,
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'unit'],
    rows: [
      ['2026-02', 1, 1, 'opportunities'],
      ['2026-03', 1, 1, 'opportunities'],
    ],
  },
});
