import { agreementWith } from '../../../test/support/agreements.ts';
import { captured } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { qualifiedTargetToDate } from './qualified-target-to-date.ts';

const agreement = agreementWith({ plan: { qualified: { '2026-10': 310, '2026-11': 420 } } });
const log = [captured('ann', '2026-10-01')];

testMetric(qualifiedTargetToDate, {
  'is the part of the days up to as-of, that day included': {
    log,
    agreement,
    report: { from: '2026-10-01', to: '2026-10-31', asOf: '2026-10-10' },
    columns: ['value'],
    rows: [[100]],
  },
  'is the whole target of a month that is over, and nothing of one that has not begun': {
    log,
    agreement,
    report: { by: ['month'], from: '2026-10-01', to: '2026-12-31', asOf: '2026-11-15' },
    columns: ['value'],
    rows: [
      ['2026-10', 310],
      ['2026-11', 210],
      ['2026-12', null],
    ],
  },
});
