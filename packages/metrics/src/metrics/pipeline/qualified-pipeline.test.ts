import { qualified } from '../../../test/support/events.ts';
import { openedAt } from '../../../test/support/ledger-events.ts';
import { sourcingAgreement, sourcingLog } from '../../../test/support/sourcing-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { pipelineSourced } from './pipeline-sourced.ts';
import { qualifiedPipeline } from './qualified-pipeline.ts';

/** `in` and `silent` were MQLs when their deals were opened; `edge` became one later; `out` was, and is not marketing's. */
const log = [
  ...sourcingLog,
  qualified('in', '2026-01-10'),
  qualified('silent', '2026-01-20'),
  qualified('edge', '2026-01-21'),
  qualified('out', '2026-01-10'),
  openedAt('second', '2026-02-01', 50, { leads: ['edge', 'in'] }),
];
const given = { log, agreement: sourcingAgreement };
const report = { by: ['month'], from: '2026-01-01', to: '2026-02-28' } as const;

testMetric(qualifiedPipeline, {
  'adds the deals of MQLs that marketing brought, by the opening': {
    ...given,
    report,
    columns: ['value', 'excluded'],
    rows: [
      ['2026-01', 10_000, 1],
      ['2026-02', 5000, 0],
    ],
  },
});

testMetric(pipelineSourced, {
  'also has those whose leads were not qualified': {
    ...given,
    report,
    columns: ['value', 'excluded'],
    rows: [
      ['2026-01', 10_100, 1],
      ['2026-02', 5000, 0],
    ],
  },
});
