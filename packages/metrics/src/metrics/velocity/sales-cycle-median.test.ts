import { deal, opened, won } from '../../../test/support/events.ts';
import { after } from '../../../test/support/journey.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { salesCycleMedian } from './sales-cycle-median.ts';

testMetric(salesCycleMedian, {
  'is counted from the opening to the win that holds': {
    log: [
      opened('ten', after(0), ['ann']),
      won('ten', after(10), []),
      opened('thirty', after(0), ['ann']),
      won('thirty', after(5), []),
      deal('reopened', 'thirty', after(6)),
      won('thirty', after(30), []),
      opened('hundred', after(0), []),
      won('hundred', after(100), []),
      // Never opened, lost, or still open.
      won('skipped', after(20), ['ben']),
      opened('lost', after(0), ['ben']),
      deal('lost', 'lost', after(1)),
      opened('open', after(0), ['ben']),
    ],
    columns: ['value', 'numerator', 'denominator', 'unit'],
    rows: [[30, null, 3, 'days']],
  },
  'is placed by the win': {
    log: [opened('ann', '2026-01-30', []), won('ann', '2026-02-01', [])],
    report: { by: ['month'] },
    columns: ['value'],
    rows: [['2026-02', 2]],
  },
});
