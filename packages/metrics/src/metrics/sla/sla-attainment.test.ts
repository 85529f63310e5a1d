import { accepted, assigned, attempted, automated, handedOff, sentBack } from '../../../test/support/events.ts';
import { atWork, callAgreement, monday } from '../../../test/support/sla-story.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { slaAttainment } from './sla-attainment.ts';

testMetric(slaAttainment, {
  'is kept up to the last second of the limit, and missed from the next one on': {
    log: [
      ...atWork('early', 'due', 'within the second', 'late', 'never'),
      attempted('early', monday('09:00:00')),
      attempted('due', monday('13:00:00')),
      attempted('within the second', monday('13:00:00.999')),
      attempted('late', monday('13:00:01')),
    ],
    agreement: callAgreement(),
    columns: ['value', 'numerator', 'denominator', 'excluded', 'mature'],
    rows: [[3 / 5, 3, 5, 0, true]],
  },
  'is not kept by a machine, by a call of the lead, or by an acceptance': {
    log: [
      ...atWork('machine', 'caller', 'accepted', 'called'),
      automated('machine', monday('09:01:00')),
      attempted('caller', monday('09:01:00'), { direction: 'inbound' }),
      accepted('accepted', monday('09:01:00')),
      attempted('called', monday('09:01:00'), { connected: false }),
    ],
    agreement: callAgreement(),
    columns: ['value', 'numerator', 'denominator'],
    rows: [[1 / 4, 1, 4]],
  },
  'does not judge what ended in time, and judges what ended too late': {
    log: [
      ...atWork('in time', 'too late'),
      sentBack('rejected', 'in time', monday('10:00:00')),
      sentBack('rejected', 'too late', monday('14:00:00')),
    ],
    agreement: callAgreement(),
    columns: ['value', 'numerator', 'denominator', 'excluded'],
    rows: [[0, 0, 1, 1]],
  },
  'judges each hand-off by itself': {
    log: [
      ...atWork('ann'),
      attempted('ann', monday('10:00:00')),
      handedOff('ann', '2026-02-02T08:00:00Z'),
      assigned('ann', '2026-02-02T09:00:00Z', 'sue'),
    ],
    agreement: callAgreement(),
    report: { by: ['owner', 'month'] },
    columns: ['value', 'numerator', 'denominator'],
    rows: [
      ['sam', '2026-01', 1, 1, 1],
      ['sam', '2026-02', null, 0, 0],
      ['sue', '2026-01', null, 0, 0],
      ['sue', '2026-02', 0, 0, 1],
    ],
  },
  'waits for what is still within its limit': {
    log: [...atWork('called', 'open'), attempted('called', monday('10:00:00'))],
    agreement: callAgreement(),
    report: { asOf: monday('12:00:00') },
    columns: ['value', 'numerator', 'denominator', 'mature'],
    rows: [[1, 1, 1, false]],
  },
  'counts working time: Friday at 16 to Monday at 10 are two hours': {
    log: [
      ...atWork('two', 'three'),
      ...['two', 'three'].flatMap((lead) => [
        handedOff(lead, '2026-01-09T15:00:00Z'),
        assigned(lead, '2026-01-09T16:00:00Z', 'sam'),
      ]),
      attempted('two', '2026-01-12T10:00:00Z'),
      attempted('three', '2026-01-12T10:00:01Z'),
    ],
    agreement: callAgreement({ within: '2wh' }),
    report: { from: '2026-01-09', to: '2026-01-09' },
    columns: ['value', 'numerator', 'denominator'],
    rows: [[1 / 2, 1, 2]],
  },
  'tells both sides, and the clauses of each': {
    log: [...atWork('ann', 'ben'), attempted('ann', monday('10:00:00'))],
    agreement: callAgreement(
      {},
      {
        sla: {
          first_call: { of: 'sales', from: 'lead.assigned', kept: { attempt: {} }, within: '4h' },
          routed: { of: 'marketing', from: 'lead.handed_off', kept: 'lead.assigned', within: '1h' },
        },
      },
    ),
    report: { by: ['side', 'clause'] },
    columns: ['value', 'denominator'],
    rows: [
      ['marketing', 'sla.routed', 1, 2],
      ['sales', 'sla.first_call', 1 / 2, 2],
    ],
  },
  'is nothing where nothing was owed': {
    log: atWork('ann'),
    columns: ['value', 'numerator', 'denominator', 'mature'],
    rows: [[null, 0, 0, null]],
  },
});
