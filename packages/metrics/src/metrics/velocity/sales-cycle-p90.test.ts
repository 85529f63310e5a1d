import { opened, won } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { salesCycles } from '../../../test/support/velocity-logs.ts';
import { salesCycleP90 } from './sales-cycle-p90.ts';

testMetric(salesCycleP90, {
  'is counted from the opening to the win that holds': {
    log: salesCycles,
    // 0.8 of the way from 30 to 100.
    columns: ['value', 'numerator', 'denominator', 'unit'],
    rows: [[86, null, 3, 'days']],
  },
  'is placed by the win': {
    log: [opened('ann', '2026-01-30', []), won('ann', '2026-02-01', [])],
    report: { by: ['month'] },
    columns: ['value'],
    rows: [['2026-02', 2]],
  },
});
