import { type EventType, eventTypes } from '@sameteam/model';
import type { Payload } from './story.ts';

/** Fields of the payload of a type that name other subjects, one each or a list of them. */
const naming: Readonly<Partial<Record<EventType, readonly (readonly string[])[]>>> = {
  'lead.captured': [
    ['contact', 'ref'],
    ['company', 'ref'],
  ],
  'lead.updated': [
    ['contact', 'ref'],
    ['company', 'ref'],
  ],
  'contact.updated': [['company']],
  'lead.converted': [['contact'], ['company'], ['opportunity']],
  'opportunity.opened': [['leads'], ['company']],
  'opportunity.changed': [['leads'], ['company']],
  'opportunity.moved': [['leads'], ['company']],
  'opportunity.reopened': [['leads'], ['company']],
  'opportunity.won': [['leads'], ['company']],
  'opportunity.lost': [['leads'], ['company']],
  'opportunity.contact_changed': [['contact'], ['lead']],
  'customer.changed': [['opportunity']],
  'campaign.member_changed': [['member']],
  'record.linked': [['with']],
  'record.unlinked': [['with']],
};

const pathsOfRank = eventTypes.map((type) => naming[type] ?? []);

/** Whether events of a rank may name subjects beside their own. */
export function mayLink(rank: number): boolean {
  return (pathsOfRank[rank]?.length ?? 0) > 0;
}

/**
 * The subjects that an event names beside its own: contact, company and opportunity of a lead, company of a contact,
 * leads, contact and company of an opportunity, member of a campaign, the other record of a pair.
 * @param rank rank of its type
 * @returns typed ids, in no order; the name of a record in another system is none
 * @example linkedSubjects(0, { company: { ref: 'company/acme' } }) // ['company/acme']
 */
export function linkedSubjects(rank: number, payload: Payload): readonly string[] {
  const linked: string[] = [];
  for (const path of pathsOfRank[rank] ?? []) {
    let at: unknown = payload;
    for (const name of path) at = typeof at === 'object' && at !== null ? (at as Payload)[name] : undefined;
    if (typeof at === 'string') linked.push(at);
    else if (Array.isArray(at))
      for (const one of at as readonly unknown[]) if (typeof one === 'string') linked.push(one);
  }
  return linked;
}
