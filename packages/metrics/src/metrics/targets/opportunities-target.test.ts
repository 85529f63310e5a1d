import { agreementWith } from '../../../test/support/agreements.ts';
import { captured } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { opportunitiesTarget } from './opportunities-target.ts';

const agreement = agreementWith({
  sla: { promised: { of: 'sales', count: { opportunities: 62 }, per: 'month' } },
});

testMetric(opportunitiesTarget, {
  'is what an SLA of quantity promises, by month': {
    log: [captured('ann', '2026-10-01')],
    agreement,
    report: { by: ['month'], from: '2026-10-01', to: '2026-11-30' },
    columns: ['value', 'unit'],
    rows: [
      ['2026-10', 62, 'leads'],
      ['2026-11', 62, 'leads'],
    ],
  },
  'is what a goal says rather than an SLA': {
    log: [captured('ann', '2026-10-01')],
    agreement: agreementWith({
      sla: { promised: { of: 'sales', count: { opportunities: 62 }, per: 'month' } },
      goals: [{ metric: 'opportunities', per: 'year', target: 365, teams: ['sales'] }],
    }),
    report: { from: '2026-10-01', to: '2026-10-31' },
    columns: ['value'],
    rows: [[31]],
  },
});
