import { agreementWith } from '../../../test/support/agreements.ts';
import { sourcingAgreement, sourcingLog } from '../../../test/support/sourcing-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { pipelineSourced } from './pipeline-sourced.ts';

const given = { log: sourcingLog, agreement: sourcingAgreement };

testMetric(pipelineSourced, {
  'adds what marketing sourced within the window, by the opening': {
    ...given,
    report: { by: ['month'], from: '2026-01-01', to: '2026-02-28' },
    columns: ['value', 'excluded', 'clause'],
    rows: [
      ['2026-01', 10_100, 1, 'sourcing'],
      ['2026-02', 0, 0, 'sourcing'],
    ],
  },
  'asks the last touch where the rule does': {
    ...given,
    agreement: agreementWith({ sourcing: { rule: 'last_touch', window: '30d' } }),
    columns: ['value'],
    // The webinar of touched is the last one.
    rows: [[30_100]],
  },
});
