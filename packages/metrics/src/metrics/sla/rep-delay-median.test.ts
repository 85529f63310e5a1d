import { assigned, attempted, captured, handedOff } from '../../../test/support/events.ts';
import { atWork, callAgreement, monday } from '../../../test/support/sla-story.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { repDelayMedian } from './rep-delay-median.ts';

/** An hour and six hours after the assignment on Monday at 9; the third never. */
const log = [
  ...atWork('ann', 'ben', 'cat'),
  attempted('ann', monday('10:00:00')),
  attempted('ben', monday('15:00:00')),
];

testMetric(repDelayMedian, {
  'counts from the assignment, those that were late too': {
    log,
    agreement: callAgreement(),
    columns: ['value', 'numerator', 'denominator'],
    rows: [[3.5, null, 2]],
  },
  'counts the working time of the owner where the clause does': {
    log: [
      captured('dan', '2026-01-09'),
      handedOff('dan', '2026-01-09T15:00:00Z'),
      assigned('dan', '2026-01-09T16:00:00Z', 'sam'),
      attempted('dan', '2026-01-12T10:30:00Z'),
    ],
    agreement: callAgreement({ within: '4wh' }),
    columns: ['value', 'unit'],
    rows: [[2.5, 'hours']],
  },
  'is nothing where nobody did what was owed': {
    log: atWork('ann'),
    agreement: callAgreement(),
    columns: ['value', 'denominator'],
    rows: [[null, 0]],
  },
});
