import { handedOff, sentBack } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { recycled } from './recycled.ts';

testMetric(recycled, {
  'counts leads that went back, once each, and not those that were rejected': {
    log: [
      handedOff('twice', '2026-01-05'),
      sentBack('recycled', 'twice', '2026-01-06'),
      handedOff('twice', '2026-02-05'),
      sentBack('recycled', 'twice', '2026-02-06'),
      handedOff('rejected', '2026-01-05'),
      sentBack('rejected', 'rejected', '2026-01-06'),
    ],
    columns: ['value', 'numerator', 'denominator'],
    rows: [[1, 1, null]],
  },
  'counts by the reason that was given then': {
    log: [
      handedOff('ann', '2026-01-05'),
      sentBack('recycled', 'ann', '2026-01-06', 'with_competitor'),
      handedOff('ben', '2026-01-05'),
      sentBack('recycled', 'ben', '2026-02-06', 'not_ready'),
    ],
    report: { by: ['reason', 'month'] },
    columns: ['value'],
    rows: [
      ['not_ready', '2026-01', 0],
      ['not_ready', '2026-02', 1],
      ['with_competitor', '2026-01', 1],
      ['with_competitor', '2026-02', 0],
    ],
  },
});
