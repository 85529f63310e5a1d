import type { LeadEvent } from '@sameteam/model';
import { agreementWith } from './agreements.ts';
import { assigned, attempted, captured, event, handedOff, leadEvent, opened, won } from './events.ts';
import { lost, task } from './ledger-events.ts';

/** The first attempt is owed a day after the hand-off; leads of a rival count nowhere. */
export const blackHoleAgreement = agreementWith({
  sla: { first_attempt: { of: 'sales', from: 'lead.handed_off', kept: { attempt: {} }, within: '24h' } },
  // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
  exclusions: [{ id: 'rival', when: { field: 'source.channel', is: 'rival' }, then: 'disqualify' }],
});

/** As-of of the black hole: the instant at which the SLA of `late` is broken, by time alone. */
export const blackHoleAsOf = '2026-02-01T00:00:00Z';

/**
 * Ten leads, of which seven are open on 1 February, and six in the black hole:
 *
 * | lead      | owner | next step         | SLA    | where it stands, since     | open | black hole |
 * | --------- | ----- | ----------------- | ------ | -------------------------- | ---- | ---------- |
 * | `good`    | amy   | task by 1 March   | kept   | handed off, 2 January      | yes  | no         |
 * | `unowned` | none  | program           |        | captured, 11 January       | yes  | yes        |
 * | `idle`    | amy   | none              | kept   | handed off, 10 January     | yes  | yes        |
 * | `late`    | ben   | task by 1 March   | broken | handed off, 30 January     | yes  | yes        |
 * | `overdue` | ben   | was due in January |       | captured, 15 January       | yes  | yes        |
 * | `both`    | none  | none              |        | captured, 2 January        | yes  | yes        |
 * | `lost`    | none  | none              |        | lost, 8 January            | yes  | yes        |
 * | `won`     | none  | none              |        | customer                   | no   | no         |
 * | `out`     | none  | none              |        | disqualified               | no   | no         |
 * | `rival`   | none  | none              |        | excluded by the agreement  |      |            |
 */
export const blackHoleLog: readonly LeadEvent[] = [
  captured('good', '2026-01-01', 'email'),
  handedOff('good', '2026-01-02'),
  assigned('good', '2026-01-02', 'amy'),
  attempted('good', '2026-01-02T12:00:00Z'),
  task('good', '2026-01-02T12:00:00Z', '2026-03-01'),
  captured('unowned', '2026-01-11', 'email'),
  event('nurture.entered', 'lead/unowned', '2026-01-12', { program: 'drip' }),
  captured('idle', '2026-01-06', 'email'),
  handedOff('idle', '2026-01-10'),
  assigned('idle', '2026-01-10', 'amy'),
  attempted('idle', '2026-01-10T06:00:00Z'),
  captured('late', '2026-01-21', 'paid'),
  handedOff('late', '2026-01-30T23:59:59Z'),
  assigned('late', '2026-01-30T23:59:59Z', 'ben'),
  task('late', '2026-01-30T23:59:59Z', '2026-03-01'),
  captured('overdue', '2026-01-15', 'paid'),
  assigned('overdue', '2026-01-15', 'ben'),
  task('overdue', '2026-01-15', '2026-01-20'),
  captured('both', '2026-01-02', 'paid'),
  captured('lost', '2026-01-03', 'paid'),
  opened('of lost', '2026-01-04', ['lost']),
  lost('of lost', '2026-01-08'),
  captured('won', '2026-01-01', 'email'),
  won('of won', '2026-01-05', ['won']),
  captured('out', '2026-01-01', 'email'),
  leadEvent('disqualified', 'out', '2026-01-05', { reason: 'wrong_profile' }),
  captured('rival', '2026-01-01', 'rival'),
];
