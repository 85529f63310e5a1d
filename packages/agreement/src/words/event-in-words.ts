import type { EventType } from '@sameteam/model';

/** What is said of a type of event: its noun, and the verb of who brings it about, where there is one. */
interface EventWords {
  readonly noun: string;
  readonly verb?: string;
}

/** Words of every type of event. The noun follows "its" (the lead's), or "its opportunity's" and the like. */
export const eventWords: Readonly<Record<EventType, EventWords>> = {
  'lead.captured': { noun: 'capture', verb: 'captures' },
  'lead.updated': { noun: 'update', verb: 'updates' },
  'contact.updated': { noun: 'update' },
  'company.updated': { noun: 'update' },
  'lead.engaged': { noun: 'engagement' },
  'lead.replied': { noun: 'reply' },
  'lead.answered': { noun: 'answer to a question' },
  'lead.qualified': { noun: 'qualification by marketing', verb: 'qualifies (MQL)' },
  'lead.handed_off': { noun: 'hand-off', verb: 'hands off' },
  'lead.assigned': { noun: 'assignment', verb: 'assigns' },
  'lead.attempted': { noun: 'attempt by a rep', verb: 'tries to reach' },
  'lead.accepted': { noun: 'acceptance', verb: 'accepts' },
  'lead.sales_qualified': { noun: 'qualification by sales', verb: 'qualifies (SQL)' },
  'lead.rejected': { noun: 'rejection', verb: 'rejects' },
  'lead.recycled': { noun: 'recycling', verb: 'recycles' },
  'lead.disqualified': { noun: 'disqualification', verb: 'disqualifies' },
  'lead.converted': { noun: 'conversion', verb: 'converts' },
  'lead.stage_reset': { noun: 'setting back to an earlier stage' },
  'lead.status_changed': { noun: 'change of status' },
  'nurture.entered': { noun: 'entry into a program' },
  'nurture.left': { noun: 'leaving of a program' },
  'meeting.changed': { noun: 'change of a meeting' },
  'task.changed': { noun: 'change of the next step' },
  'opportunity.opened': { noun: 'opening' },
  'opportunity.changed': { noun: 'change' },
  'opportunity.moved': { noun: 'move to a stage' },
  'opportunity.reopened': { noun: 'reopening' },
  'opportunity.won': { noun: 'win' },
  'opportunity.lost': { noun: 'loss' },
  'opportunity.contact_changed': { noun: 'change of contacts' },
  'opportunity.lines_set': { noun: 'setting of products' },
  'customer.changed': { noun: 'change as a customer' },
  'campaign.planned': { noun: 'plan' },
  'campaign.spent': { noun: 'spending' },
  'campaign.member_changed': { noun: 'change of members' },
  'consent.changed': { noun: 'change of consent' },
  'record.linked': { noun: 'linking with another record' },
  'record.unlinked': { noun: 'unlinking from another record' },
  'sla.explained': { noun: 'explanation of a missed SLA' },
  'dispute.opened': { noun: 'opening of a dispute' },
  'dispute.resolved': { noun: 'resolution of a dispute' },
  'meeting.held': { noun: 'review by the teams' },
  'action.agreed': { noun: 'agreed action' },
  'note.added': { noun: 'note' },
  'pulse.asked': { noun: 'pulse question' },
  'pulse.answered': { noun: 'pulse answer' },
  'content.used': { noun: 'use of content' },
  'content.rated': { noun: 'rating of content' },
  'content.requested': { noun: 'request for content' },
  'score.overridden': { noun: 'override of the score' },
  'roster.changed': { noun: 'change of the roster' },
  'agreement.signed': { noun: 'signing of the agreement' },
  'record.erased': { noun: 'erasure' },
  'event.retracted': { noun: 'retraction of an event' },
};

const possessive: Readonly<Record<string, string>> = {
  contact: "contact's ",
  company: "company's ",
  opportunity: "opportunity's ",
  campaign: "campaign's ",
};

/**
 * A type of event as the noun that follows "its".
 * @param about what "it" is
 * @param which the last one of several
 * @example eventNoun('opportunity.won', 'lead') // "opportunity's win"
 */
export function eventNoun(type: EventType, about: 'lead' | 'opportunity', which: '' | 'last' = ''): string {
  const [entity = ''] = type.split('.');
  const whose = entity === about ? '' : (possessive[entity] ?? '');
  return `${whose}${which === '' ? '' : `${which} `}${eventWords[type].noun}`;
}
