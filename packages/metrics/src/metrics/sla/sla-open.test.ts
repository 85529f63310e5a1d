import { attempted, sentBack } from '../../../test/support/events.ts';
import { atWork, callAgreement, monday } from '../../../test/support/sla-story.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { slaOpen } from './sla-open.ts';

const log = [
  ...atWork('called', 'rejected', 'waiting', 'waits too'),
  attempted('called', monday('10:00:00')),
  sentBack('rejected', 'rejected', monday('10:00:00')),
];

testMetric(slaOpen, {
  'counts what is neither kept, nor ended, nor past its limit': {
    log,
    agreement: callAgreement(),
    report: { asOf: monday('13:00:00') },
    columns: ['value', 'numerator', 'denominator'],
    rows: [[2, 2, null]],
  },
  'had more an hour after the start': {
    log,
    agreement: callAgreement(),
    report: { asOf: monday('09:59:59') },
    columns: ['value'],
    rows: [[4]],
  },
  'has none left once the time has come': {
    log,
    agreement: callAgreement(),
    report: { asOf: monday('13:00:01') },
    columns: ['value'],
    rows: [[0]],
  },
});
