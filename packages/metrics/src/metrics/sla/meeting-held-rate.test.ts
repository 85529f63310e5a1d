import { captured, meeting } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { meetingHeldRate } from './meeting-held-rate.ts';

const booked = [
  captured('ann', '2026-01-01'),
  ...['held', 'missed', 'off', 'made up for'].map((name) => meeting(name, 'ann', '2026-01-05', 'scheduled')),
];
const ended = [
  meeting('held', 'ann', '2026-02-01', 'completed'),
  meeting('missed', 'ann', '2026-02-01', 'no_show'),
  meeting('off', 'ann', '2026-02-01', 'canceled'),
  meeting('made up for', 'ann', '2026-02-01', 'no_show'),
  meeting('made up for', 'ann', '2026-02-09', 'completed'),
];

testMetric(meetingHeldRate, {
  'is over those that came to an end, canceled ones included': {
    log: [...booked, ...ended],
    columns: ['value', 'numerator', 'denominator', 'mature'],
    rows: [[2 / 4, 2, 4, true]],
  },
  'leaves out what is still to come, and is not mature then': {
    log: [...booked, ...ended, meeting('planned', 'ann', '2026-01-06', 'scheduled')],
    columns: ['value', 'numerator', 'denominator', 'mature'],
    rows: [[2 / 4, 2, 4, false]],
  },
  'has not seen the end before it came': {
    log: [...booked, ...ended],
    report: { asOf: '2026-02-01' },
    columns: ['value', 'numerator', 'denominator'],
    rows: [[1 / 4, 1, 4]],
  },
});
