import { type EventType, eventCatalog } from '@sameteam/model';

const updates: Partial<Record<EventType, EventType>> = {
  'lead.captured': 'lead.updated',
  'lead.updated': 'lead.updated',
  'contact.updated': 'contact.updated',
  'company.updated': 'company.updated',
  'opportunity.opened': 'opportunity.changed',
  'opportunity.changed': 'opportunity.changed',
  'opportunity.moved': 'opportunity.changed',
  'opportunity.reopened': 'opportunity.changed',
  'opportunity.won': 'opportunity.changed',
  'opportunity.lost': 'opportunity.changed',
};

/** The type of event that tells changed facts of an event of this type; `null` when it must be taken back and sent again. */
export function updateType(type: EventType): EventType | null {
  return updates[type] ?? null;
}

/**
 * Whether an update event can tell this change. It cannot for what the update has no field for, nor for links: no event
 * parts a deal from a lead, so an event with other links is taken back and sent again.
 * @param pointer of the changed fact
 * @param vanished true when there is no value any more
 */
export function canTell(update: EventType, pointer: string, vanished: boolean): boolean {
  const [, top = '', second] = pointer.split('/');
  if (!(top in eventCatalog[update].data.shape) || top === 'leads') return false;
  return !(vanished && (top === 'ids' || top === 'consent' || second === 'ref'));
}
