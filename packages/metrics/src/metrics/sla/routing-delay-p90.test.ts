import { assigned, handedOff } from '../../../test/support/events.ts';
import { callAgreement, monday } from '../../../test/support/sla-story.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { routingDelayP90 } from './routing-delay-p90.ts';

const routed = (lead: string, clock: string) => [
  handedOff(lead, monday('08:00:00')),
  assigned(lead, monday(clock), 'sam'),
];

testMetric(routingDelayP90, {
  'is what nine of ten stay below, by definition 7': {
    log: [...routed('ann', '08:00:00'), ...routed('ben', '09:00:00'), ...routed('cat', '18:00:00')],
    agreement: callAgreement(),
    // 0, 1 and 10 hours: 0.8 of the gap between 1 and 10.
    columns: ['value', 'denominator'],
    rows: [[8.2, 3]],
  },
});
