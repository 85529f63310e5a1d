import { bridgeAgreement } from '../../../test/support/bridge-log.ts';
import { captured, deal, leadEvent, qualified } from '../../../test/support/events.ts';
import { changed, lost, openedAt } from '../../../test/support/ledger-events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { earlyStageQualifiedPipeline } from './early-stage-qualified-pipeline.ts';

const log = [
  captured('ann', '2026-01-01'),
  qualified('ann', '2026-01-02'),
  qualified('out', '2026-01-02'),
  captured('raw', '2026-01-01'),
  leadEvent('captured', 'out', '2026-01-01', { source: { motion: 'outbound' } }),
  openedAt('early', '2026-01-10', 100, { leads: ['ann'], stage: 'discovery' }),
  openedAt('moves on', '2026-01-10', 200, { leads: ['ann'], stage: 'discovery' }),
  deal('moved', 'moves on', '2026-02-05', null, { stage: 'proposal' }),
  openedAt('of sales', '2026-01-10', 400, { leads: ['out'], stage: 'discovery' }),
  openedAt('of no MQL', '2026-01-10', 6400, { leads: ['raw'], stage: 'discovery' }),
  openedAt('of nobody', '2026-01-10', 800, { stage: 'discovery' }),
  openedAt('unknown stage', '2026-01-10', 1600, { leads: ['ann'], stage: 'legal' }),
  openedAt('gone', '2026-01-10', 3200, { leads: ['ann'], stage: 'discovery' }),
  lost('gone', '2026-01-31'),
  changed('early', '2026-03-01', { stage: 'proposal' }),
];

testMetric(earlyStageQualifiedPipeline, {
  "is what marketing's MQLs brought and still has less than even chance, at the end of each month": {
    log,
    agreement: bridgeAgreement,
    report: { by: ['month'], from: '2026-01-01', to: '2026-03-31' },
    columns: ['value', 'unit', 'excluded'],
    rows: [
      ['2026-01', 30_000, 'money', 1],
      ['2026-02', 10_000, 'money', 1],
      ['2026-03', 0, 'money', 1],
    ],
  },
});
