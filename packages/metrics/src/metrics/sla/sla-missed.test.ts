import { attempted, sentBack } from '../../../test/support/events.ts';
import { atWork, callAgreement, monday } from '../../../test/support/sla-story.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { slaMissed } from './sla-missed.ts';

/** Four are owed a call by 13:00: one gets it in time, one late, one is rejected late, one is forgotten. */
const log = [
  ...atWork('called', 'late', 'rejected', 'forgotten'),
  attempted('called', monday('10:00:00')),
  attempted('late', monday('15:00:00')),
  sentBack('rejected', 'rejected', monday('16:00:00')),
];
const agreement = callAgreement();

testMetric(slaMissed, {
  'has none at the instant at which the limit is used up': {
    log,
    agreement,
    report: { asOf: monday('13:00:00') },
    columns: ['value'],
    rows: [[0]],
  },
  'has them a second later, without any event': {
    log,
    agreement,
    report: { asOf: monday('13:00:01') },
    columns: ['value'],
    rows: [[3]],
  },
  'keeps those that were satisfied or ended too late': {
    log,
    agreement,
    columns: ['value', 'numerator', 'denominator'],
    rows: [[3, 3, null]],
  },
  'are placed by when they were due, where that is asked for': {
    log: [...atWork('ann'), ...atWork('ben')],
    agreement: callAgreement({ within: '30d' }),
    report: { by: ['month'], anchor: 'due' },
    columns: ['value'],
    rows: [['2026-02', 2]],
  },
});
