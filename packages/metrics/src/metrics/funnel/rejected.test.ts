import { accepted, assigned, captured, handedOff, sentBack } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { rejected } from './rejected.ts';

testMetric(rejected, {
  'counts a lead once in each period, by the date of the rejection': {
    log: [
      handedOff('twice', '2026-01-05'),
      sentBack('rejected', 'twice', '2026-01-06'),
      handedOff('twice', '2026-01-10'),
      sentBack('rejected', 'twice', '2026-01-20'),
      handedOff('later', '2026-01-05'),
      sentBack('rejected', 'later', '2026-02-03'),
      handedOff('twice', '2026-02-10'),
      sentBack('rejected', 'twice', '2026-02-20'),
      handedOff('accepted', '2026-01-05'),
      accepted('accepted', '2026-01-06'),
      handedOff('recycled', '2026-01-05'),
      sentBack('recycled', 'recycled', '2026-01-06'),
    ],
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator'],
    rows: [
      ['2026-01', 1, 1, null],
      ['2026-02', 2, 2, null],
    ],
  },
  'reads reason and owner at the rejection, not at the hand-off': {
    log: [
      captured('ann', '2026-01-01'),
      handedOff('ann', '2026-01-05'),
      assigned('ann', '2026-01-06', 'sam'),
      sentBack('rejected', 'ann', '2026-01-07', 'too_small'),
      handedOff('ann', '2026-01-10'),
      assigned('ann', '2026-01-11', 'sue'),
      sentBack('rejected', 'ann', '2026-01-12', 'wrong_profile'),
      assigned('ann', '2026-01-13', null),
    ],
    report: { by: ['reason', 'owner'] },
    columns: ['value'],
    rows: [
      ['too_small', 'sam', 1],
      ['wrong_profile', 'sue', 1],
    ],
  },
});
