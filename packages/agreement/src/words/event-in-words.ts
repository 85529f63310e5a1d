import type { EventType } from '@sameteam/model';

/** What is said of a type of event. */
interface EventWords {
  readonly noun: string;
  /** What somebody does who brings it about, right before whom it is done to. */
  readonly verb?: string;
  /** The same, where more words are needed around `{}`. */
  readonly does?: string;
}

/** Words of every type of event. The noun follows "its" (the lead's), or "its opportunity's" and the like. */
export const eventWords: Readonly<Record<EventType, EventWords>> = {
  'lead.captured': { noun: 'capture', verb: 'captures' },
  'lead.updated': { noun: 'update', verb: 'updates' },
  'contact.updated': { noun: 'update', does: 'updates the contact of {}' },
  'company.updated': { noun: 'update', does: 'updates the company of {}' },
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
  'lead.stage_reset': { noun: 'setting back to an earlier stage', does: 'sets {} back to an earlier stage' },
  'lead.status_changed': { noun: 'change of status', does: 'changes the status of {}' },
  'nurture.entered': { noun: 'entry into a program', does: 'puts {} into a program' },
  'nurture.left': { noun: 'leaving of a program', does: 'takes {} out of a program' },
  'meeting.changed': { noun: 'change of a meeting', does: 'changes a meeting with {}' },
  'task.changed': { noun: 'change of the next step', does: 'sets the next step for {}' },
  'opportunity.opened': { noun: 'opening', does: 'opens an opportunity for {}' },
  'opportunity.changed': { noun: 'change', verb: 'changes' },
  'opportunity.moved': { noun: 'move to a stage', does: 'moves {} to another stage' },
  'opportunity.reopened': { noun: 'reopening', verb: 'reopens' },
  'opportunity.won': { noun: 'win', verb: 'wins' },
  'opportunity.lost': { noun: 'loss', verb: 'loses' },
  'opportunity.contact_changed': { noun: 'change of contacts', does: 'changes the contacts of {}' },
  'opportunity.lines_set': { noun: 'setting of products', does: 'sets the products of {}' },
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
  contact: 'contact’s ',
  company: 'company’s ',
  opportunity: 'opportunity’s ',
  campaign: 'campaign’s ',
};

/**
 * A type of event as the noun that follows "its".
 * @param about what "it" is
 * @param which the last one of several
 * @example eventNoun('opportunity.won', 'lead') // 'opportunity’s win'
 */
export function eventNoun(type: EventType, about: 'lead' | 'opportunity', which: '' | 'last' = ''): string {
  const [entity = ''] = type.split('.');
  const whose = entity === about ? '' : (possessive[entity] ?? '');
  return `${whose}${which === '' ? '' : `${which} `}${eventWords[type].noun}`;
}
