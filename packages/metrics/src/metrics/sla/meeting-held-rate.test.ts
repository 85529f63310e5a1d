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
  'counts a meeting that was missed and planned again once for each time': {
    log: [
      captured('ann', '2026-01-01'),
      meeting('m', 'ann', '2026-01-05', 'scheduled'),
      meeting('m', 'ann', '2026-01-06', 'rescheduled'),
      meeting('m', 'ann', '2026-01-20', 'no_show'),
      meeting('m', 'ann', '2026-02-01', 'rescheduled'),
      meeting('m', 'ann', '2026-02-09', 'completed'),
    ],
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator'],
    rows: [
      ['2026-01', 0, 0, 1],
      ['2026-02', 1, 1, 1],
    ],
  },
  'has not seen the end before it came': {
    log: [...booked, ...ended],
    report: { asOf: '2026-02-01' },
    columns: ['value', 'numerator', 'denominator'],
    rows: [[1 / 4, 1, 4]],
  },
});
