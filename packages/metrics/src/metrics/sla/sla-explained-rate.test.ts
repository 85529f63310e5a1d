import { attempted, event } from '../../../test/support/events.ts';
import { atWork, callAgreement, monday } from '../../../test/support/sla-story.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { slaExplainedRate } from './sla-explained-rate.ts';

const explained = (lead: string, clause: string) =>
  event('sla.explained', `lead/${lead}`, monday('16:00:00'), { clause, reason: 'sick_leave' });

testMetric(slaExplainedRate, {
  'counts missed entries only, late ones too, and each explanation for its own clause': {
    log: [
      ...atWork('kept', 'late', 'forgotten', 'silent', 'other'),
      attempted('kept', monday('10:00:00')),
      explained('kept', 'sla.first_call'),
      attempted('late', monday('15:00:00')),
      explained('late', 'first_call'),
      explained('forgotten', 'sla.first_call'),
      explained('forgotten', 'sla.first_call'),
      explained('other', 'sla.second_call'),
    ],
    agreement: callAgreement(),
    columns: ['value', 'numerator', 'denominator'],
    rows: [[2 / 4, 2, 4]],
  },
  'is nothing where none was missed': {
    log: [...atWork('kept'), attempted('kept', monday('10:00:00'))],
    agreement: callAgreement(),
    columns: ['value', 'numerator', 'denominator'],
    rows: [[null, 0, 0]],
  },
});
