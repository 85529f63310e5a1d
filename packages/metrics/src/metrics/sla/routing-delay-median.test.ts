import { accepted, assigned, attempted, handedOff } from '../../../test/support/events.ts';
import { atWork, callAgreement, monday } from '../../../test/support/sla-story.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { routingDelayMedian } from './routing-delay-median.ts';

testMetric(routingDelayMedian, {
  'counts from the hand-off to the start of the clock, whenever the rep called': {
    log: [
      ...atWork('ann', 'ben'),
      attempted('ann', monday('16:00:00')),
      // A second hand-off: 1 hour in the first two, 5 hours here.
      handedOff('ann', '2026-01-09T10:00:00Z'),
      assigned('ann', '2026-01-09T15:00:00Z', 'sam'),
      // Nobody was found for cat: no clock has started.
      handedOff('cat', monday('08:00:00')),
    ],
    agreement: callAgreement(),
    columns: ['value', 'numerator', 'denominator'],
    rows: [[1, null, 3]],
  },
  'elapses over the weekend, where the clause counts working time too': {
    log: [handedOff('ann', '2026-01-09T16:00:00Z'), assigned('ann', '2026-01-12T09:00:00Z', 'sam')],
    agreement: callAgreement({ within: '4wh' }),
    columns: ['value', 'denominator'],
    rows: [[65, 1]],
  },
  'is none where the clock starts with the work of a rep': {
    log: [...atWork('ann'), accepted('ann', monday('17:00:00'))],
    agreement: callAgreement({ from: 'lead.accepted' }),
    columns: ['value', 'denominator'],
    rows: [[null, 0]],
  },
  'is none for a clause about the lead as a whole': {
    log: atWork('ann'),
    agreement: callAgreement({ grain: 'lead' }),
    columns: ['value', 'denominator'],
    rows: [[null, 0]],
  },
});
