import { assigned, attempted, handedOff, leadEvent } from '../../../test/support/events.ts';
import { atWork, callAgreement, monday } from '../../../test/support/sla-story.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { slaEntries } from './sla-entries.ts';

testMetric(slaEntries, {
  'counts one for each hand-off, whoever is assigned within it, by when the clock started': {
    log: [
      ...atWork('ann', 'ben'),
      assigned('ann', monday('10:00:00'), 'sue'),
      handedOff('ann', '2026-01-31T23:00:00Z'),
      assigned('ann', '2026-02-01T01:00:00Z', 'sam'),
    ],
    agreement: callAgreement(),
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator'],
    rows: [
      ['2026-01', 2, 2, null],
      ['2026-02', 1, 1, null],
    ],
  },
  'names the only clause that it is narrowed to': {
    log: atWork('ann'),
    agreement: callAgreement(),
    report: { by: ['month'], filters: [{ dimension: 'clause', in: ['sla.first_call'] }] },
    columns: ['value', 'clause'],
    rows: [['2026-01', 1, 'sla.first_call']],
  },
  'counts another one from each attempt where the clause repeats': {
    log: [
      ...atWork('ann', 'ben'),
      attempted('ann', monday('10:00:00')),
      attempted('ann', monday('11:00:00')),
      attempted('ben', monday('10:00:00'), { automated: true }),
    ],
    agreement: callAgreement({ repeat: true }),
    columns: ['value'],
    rows: [[4]],
  },
  'starts none for nobody, nor for a lead that the clause does not apply to': {
    log: [
      leadEvent('qualified', 'ann', '2026-01-03', { readiness: 'raw' }),
      ...atWork('ann'),
      handedOff('ben', monday('08:00:00')),
      assigned('ben', monday('09:00:00'), null),
      leadEvent('qualified', 'cat', monday('07:00:00'), { readiness: 'hot' }),
      handedOff('cat', monday('08:00:00')),
      assigned('cat', monday('09:00:00'), 'sam'),
    ],
    agreement: callAgreement({ applies: { readiness: ['hot'] } }),
    columns: ['value'],
    rows: [[1]],
  },
  'leaves out the leads that are excluded, and says how many entries': {
    log: [
      ...atWork('ann'),
      leadEvent('captured', 'rival', '2026-01-04', { source: { channel: 'rival' } }),
      ...atWork('rival'),
    ],
    agreement: callAgreement(
      {},
      // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
      { exclusions: [{ id: 'rival', when: { field: 'source.channel', is: 'rival' }, then: 'disqualify' }] },
    ),
    columns: ['value', 'excluded'],
    rows: [[1, 1]],
  },
});
