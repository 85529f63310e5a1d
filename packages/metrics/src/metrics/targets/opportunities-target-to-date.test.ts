import { agreementWith } from '../../../test/support/agreements.ts';
import { captured } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { opportunitiesTargetToDate } from './opportunities-target-to-date.ts';

const agreement = agreementWith({
  sla: { promised: { of: 'sales', count: { opportunities: 62 }, per: 'month' } },
});

testMetric(opportunitiesTargetToDate, {
  'is two for each day that has come': {
    log: [captured('ann', '2026-10-01')],
    agreement,
    report: { from: '2026-10-01', to: '2026-10-31', asOf: '2026-10-10' },
    columns: ['value'],
    rows: [[20]],
  },
});
