import { captured, meeting } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { noShowRate } from './no-show-rate.ts';

testMetric(noShowRate, {
  'is over held and missed meetings; canceled and planned ones are not in it': {
    log: [
      captured('ann', '2026-01-01'),
      ...['held', 'missed', 'off', 'made up for', 'planned'].map((name) =>
        meeting(name, 'ann', '2026-01-05', 'scheduled'),
      ),
      meeting('held', 'ann', '2026-02-01', 'completed'),
      meeting('missed', 'ann', '2026-02-01', 'no_show'),
      meeting('off', 'ann', '2026-02-01', 'canceled'),
      meeting('made up for', 'ann', '2026-02-01', 'no_show'),
      meeting('made up for', 'ann', '2026-02-09', 'completed'),
    ],
    columns: ['value', 'numerator', 'denominator'],
    rows: [[1 / 3, 1, 3]],
  },
  'keeps a miss that was made up for later': {
    log: [
      captured('ann', '2026-01-01'),
      meeting('m', 'ann', '2026-01-05', 'scheduled'),
      meeting('m', 'ann', '2026-01-20', 'no_show'),
      meeting('m', 'ann', '2026-02-01', 'rescheduled'),
      meeting('m', 'ann', '2026-02-09', 'completed'),
    ],
    columns: ['value', 'numerator', 'denominator'],
    rows: [[1 / 2, 1, 2]],
  },
  'is nothing where all were called off': {
    log: [
      captured('ann', '2026-01-01'),
      meeting('off', 'ann', '2026-01-05', 'scheduled'),
      meeting('off', 'ann', '2026-01-06', 'canceled'),
    ],
    columns: ['value', 'numerator', 'denominator'],
    rows: [[null, 0, 0]],
  },
});
