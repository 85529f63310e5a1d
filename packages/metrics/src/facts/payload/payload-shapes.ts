import type { EventType } from '@sameteam/model';

/**
 * What is kept of an object: a field by its name. `as-is` is the whole value; a shape is picked from an object, a list of
 * one shape from each entry of a list; `personal` is whether a personal field was said, see `foldPayload`.
 */
export interface PayloadShape {
  readonly [field: string]: 'as-is' | PayloadShape | readonly [PayloadShape];
}

/** Personal fields of which is kept that there is one, and under which name. */
export const personalFlags: Readonly<Record<string, string>> = {
  email: 'hasEmail',
  phone: 'hasPhone',
  firstName: 'hasFirstName',
  lastName: 'hasLastName',
};

/** Makes a shape of fields that are kept as they are. */
const fields = <const F extends string>(...names: readonly F[]): { readonly [K in F]: 'as-is' } =>
  Object.fromEntries(names.map((name) => [name, 'as-is'])) as { readonly [K in F]: 'as-is' };

const contact = fields('role', 'title', 'country', 'language');
const company = fields('name', 'domain', 'employees', 'industry', 'country', 'annualRevenue');
const consent = fields('purpose', 'channel', 'status', 'at');
const engagement = fields('activity', 'campaign', 'channel');
const judgement = fields('readiness', 'grade');
const sentBack = fields('reason', 'program', 'revisitAt');

const lead: PayloadShape = {
  contact: { ...contact, ref: 'as-is' },
  company: { ...company, ref: 'as-is' },
  source: fields('channel', 'medium', 'campaign', 'landingPage', 'motion', 'referrer'),
  ...fields('product', 'attributes'),
  consent: [consent],
};

const opportunity = fields(
  'leads',
  'company',
  'owner',
  'pipeline',
  'kind',
  'amount',
  'closeDate',
  'stage',
  'forecastCategory',
  'reason',
  'competitor',
);

/**
 * What folds read of the `data` of each type of event, and what stores keep of it for them. Of other types they read that
 * it happened. No free text, nothing personal: those are split off before, and who did it only where a column needs it.
 */
export const payloadShapes: Readonly<Partial<Record<EventType, PayloadShape>>> = {
  'lead.captured': lead,
  'lead.updated': lead,
  'contact.updated': { ...contact, company: 'as-is' },
  'company.updated': company,
  'lead.engaged': engagement,
  'lead.replied': engagement,
  'lead.answered': fields('question', 'answer'),
  'lead.qualified': judgement,
  'lead.handed_off': fields('from', 'to'),
  'lead.assigned': fields('to', 'cause'),
  'lead.attempted': fields('channel', 'direction', 'automated', 'connected'),
  'lead.rejected': sentBack,
  'lead.recycled': sentBack,
  'lead.disqualified': sentBack,
  'lead.converted': fields('contact', 'company', 'opportunity'),
  'lead.stage_reset': fields('to', 'kind'),
  'nurture.entered': fields('program'),
  'nurture.left': fields('program'),
  'meeting.changed': fields('meeting', 'status', 'startsAt', 'kind'),
  'task.changed': fields('task', 'due', 'status', 'owner'),
  'opportunity.opened': opportunity,
  'opportunity.changed': opportunity,
  'opportunity.moved': opportunity,
  'opportunity.reopened': opportunity,
  'opportunity.won': opportunity,
  'opportunity.lost': opportunity,
  'opportunity.contact_changed': fields('contact', 'lead', 'role'),
  'customer.changed': fields('kind', 'delta', 'termEnd', 'opportunity', 'product', 'reason'),
  'campaign.planned': fields('name', 'channel', 'startsOn', 'endsOn', 'expectedLeads', 'expectedQualified'),
  'campaign.spent': fields('cost', 'from', 'to'),
  'campaign.member_changed': fields('member', 'status', 'responded'),
  'consent.changed': consent,
  'record.linked': fields('with'),
  'record.unlinked': fields('with'),
  'sla.explained': fields('clause', 'cycle', 'reason'),
  'pulse.answered': fields('team', 'inSync'),
  'score.overridden': judgement,
  'roster.changed': fields('team', 'from', 'until', 'capacity', 'calendar', 'away'),
  'event.retracted': fields('target'),
};
