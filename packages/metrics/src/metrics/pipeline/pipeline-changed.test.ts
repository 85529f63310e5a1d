import { bridgeAgreement, bridgeLog, bridgePeriod } from '../../../test/support/bridge-log.ts';
import { amount } from '../../../test/support/events.ts';
import { changed, openedAt } from '../../../test/support/ledger-events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { pipelineChanged } from './pipeline-changed.ts';

const given = { log: bridgeLog, agreement: bridgeAgreement, report: { ...bridgePeriod, by: ['month'] } };

testMetric(pipelineChanged, {
  'is what changes added: more money, a first amount, another rate': {
    ...given,
    columns: ['value', 'numerator'],
    rows: [
      ['2026-01', 0, 0],
      ['2026-02', 7000, 7000],
      ['2026-03', 0, 0],
    ],
  },
  'takes away what a change took': {
    log: [openedAt('a', '2026-01-01', 100), changed('a', '2026-01-05', amount(40))],
    columns: ['value'],
    rows: [[-6000]],
  },
});
