import type { LeadEvent } from '@sameteam/model';
import fc from 'fast-check';
import { agreementWith } from './agreements.ts';
import { event } from './events.ts';

/** An agreement by which facts of one subject depend on others: segments of customers, exclusions by company. */
export const companyAgreement = agreementWith({
  timeZone: 'Europe/Berlin',
  segments: [
    { id: 'customers', when: { company: 'customer' } },
    { id: 'large', when: { field: 'company.employees', atLeast: 200 } },
  ],
  exclusions: [{ id: 'rivals', when: { field: 'company.domain', is: 'rival.example' } }],
  sla: {
    first_attempt: { of: 'sales', from: 'lead.assigned', kept: { attempt: {} }, within: '2d' },
    deal_alive: {
      of: 'sales',
      grain: 'opportunity',
      from: 'opportunity.opened',
      kept: 'opportunity.won',
      within: '9d',
    },
  },
});

type Told = readonly [type: string, subject: string, data: Readonly<Record<string, unknown>>];

const one = (kind: string, count = 3) => fc.integer({ min: 1, max: count }).map((number) => `${kind}/${number}`);
const rep = fc.constantFrom('sue', 'tim');
const lead = one('lead');
const company = one('company', 2);
const contact = one('contact', 2);
const deal = one('opportunity', 2);

/** Everything by which facts of one subject come to depend on events of another. */
const told: fc.Arbitrary<Told> = fc.oneof(
  fc.tuple(
    fc.constant('lead.captured'),
    lead,
    fc.oneof(
      fc.record({ contact: fc.record({ ref: contact }), source: fc.record({ campaign: fc.constantFrom('c1', 'c2') }) }),
      fc.record({ company: fc.record({ ref: company, employees: fc.constantFrom(10, 500) }) }),
    ),
  ),
  fc.tuple(fc.constant('lead.updated'), lead, fc.record({ company: fc.record({ ref: company }) })),
  fc.tuple(fc.constant('contact.updated'), contact, fc.record({ company })),
  fc.tuple(
    fc.constant('company.updated'),
    company,
    fc.record({ employees: fc.constantFrom(5, 300), domain: fc.constantFrom('rival.example', 'a.example') }),
  ),
  fc.tuple(
    fc.constant('lead.engaged'),
    lead,
    fc.record({ activity: fc.constant('webinar'), campaign: fc.constantFrom('c1', 'c2') }),
  ),
  fc.tuple(fc.constant('lead.handed_off'), lead, fc.constant({ from: 'marketing', to: 'sales' })),
  fc.tuple(fc.constant('lead.assigned'), lead, fc.record({ to: rep })),
  fc.tuple(fc.constant('lead.converted'), lead, fc.record({ opportunity: deal, company })),
  fc.tuple(
    fc.constantFrom('opportunity.opened', 'opportunity.won', 'opportunity.lost'),
    deal,
    fc.oneof(
      fc.record({ leads: fc.uniqueArray(lead, { minLength: 1, maxLength: 2 }), owner: rep }),
      fc.record({ company }),
    ),
  ),
  fc.tuple(
    fc.constant('roster.changed'),
    fc.constantFrom('rep/sue', 'rep/tim'),
    fc.record({ team: fc.constantFrom('sales', 'marketing') }),
  ),
  fc.tuple(
    fc.constant('campaign.planned'),
    fc.constantFrom('campaign/c1', 'campaign/c2'),
    fc.record({ channel: fc.constantFrom('event', 'paid') }),
  ),
  fc.tuple(
    fc.constant('campaign.member_changed'),
    fc.constantFrom('campaign/c1', 'campaign/c2'),
    fc.record({ member: fc.oneof(lead, contact), status: fc.constant('responded'), responded: fc.boolean() }),
  ),
  fc
    .tuple(fc.constantFrom('record.linked', 'record.unlinked'), lead, fc.record({ with: lead }))
    .filter(([, subject, data]) => data.with !== subject),
  fc
    .tuple(fc.constantFrom('record.linked', 'record.unlinked'), company, fc.record({ with: company }))
    .filter(([, subject, data]) => data.with !== subject),
);

let next = 0;
/** Events of few leads, contacts, companies, deals, campaigns and reps. */
export const eventsOfFew = (length: number): fc.Arbitrary<readonly LeadEvent[]> =>
  fc
    .array(fc.tuple(told, fc.integer({ min: 1, max: 28 })), { minLength: length, maxLength: length })
    .map((all): readonly LeadEvent[] =>
      all.map(([[type, subject, data], day]) =>
        event(
          type,
          subject,
          `2026-0${1 + (day % 3)}-${String(day).padStart(2, '0')}`,
          data,
          `r${String(++next).padStart(9, '0')}`,
        ),
      ),
    );
