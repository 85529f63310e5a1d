import { changed, openedAt } from '../../../test/support/ledger-events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { pushesMean } from './pushes-mean.ts';

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

testMetric(pushesMean, {
  'is the mean over all deals of the month, those that were never pushed too': {
    log,
    report: { by: ['month'], from: '2026-01-01', to: '2026-02-28' },
    columns: ['value', 'denominator', 'unit'],
    // 2, 0, 0 and 1
    rows: [
      ['2026-01', 0.75, 4, 'number'],
      ['2026-02', null, 0, 'number'],
    ],
  },
});
