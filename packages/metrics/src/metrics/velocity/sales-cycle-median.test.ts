import { opened, won } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { salesCycles } from '../../../test/support/velocity-logs.ts';
import { salesCycleMedian } from './sales-cycle-median.ts';

testMetric(salesCycleMedian, {
  'is counted from the opening to the win that holds': {
    log: salesCycles,
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
