import { agreementWith } from '../../../test/support/agreements.ts';
import { amount, won } from '../../../test/support/events.ts';
import { openedAt } from '../../../test/support/ledger-events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { pipelineCoverage } from './pipeline-coverage.ts';

const agreement = agreementWith({
  goals: [{ metric: 'bookings', per: 'quarter', target: 1000, teams: ['marketing', 'sales'] }],
});

const log = [
  won('a', '2026-02-01', [], amount(400)),
  openedAt('open', '2026-03-01', 1500),
  won('b', '2026-04-01', [], amount(1200)),
];

testMetric(pipelineCoverage, {
  'is the open pipeline over what is still wanted; of nothing it is null': {
    log,
    agreement,
    report: { by: ['quarter'], from: '2026-01-01', to: '2026-06-30' },
    columns: ['value', 'numerator', 'denominator', 'unit'],
    rows: [
      ['2026-Q1', 2.5, 150_000, 60_000, 'ratio'],
      // More was booked than wanted: nothing is left to be covered.
      ['2026-Q2', null, 150_000, -20_000, 'ratio'],
    ],
  },
  'is null without a target': {
    log,
    columns: ['value', 'denominator'],
    rows: [[null, null]],
  },
});
