import { type LeadEvent, type StageId, validateEvent } from '@sameteam/model';

let next = 0;

/** The instant of a text; a day stands for its midnight in UTC. */
function instant(time: string): string {
  return time.length === 10 ? `${time}T00:00:00Z` : time;
}

/**
 * A valid event, briefly.
 * @param subject such as `lead/1`
 * @param time an instant, or a day that stands for its midnight in UTC
 */
export function event(
  type: string,
  subject: string,
  time: string,
  data: Readonly<Record<string, unknown>> = {},
  // Test files share their modules: ids of equal length keep their order, wherever a file begins.
  id = `e${String(++next).padStart(9, '0')}`,
): LeadEvent {
  const result = validateEvent({ specversion: '1.0', id, source: 'test', type, subject, time: instant(time), data });
  if (!result.success) throw new Error(result.issues.map(({ message }) => message).join('; '));
  return result.event;
}

/** An event of a lead by the end of its type: `leadEvent('qualified', 'ann', '2026-01-05')`. */
export function leadEvent(
  type: string,
  lead: string,
  time: string,
  data: Readonly<Record<string, unknown>> = {},
  id?: string,
): LeadEvent {
  return event(`lead.${type}`, `lead/${lead}`, time, data, id);
}

/** A captured lead, with a channel. */
export function captured(lead: string, time: string, channel?: string | null): LeadEvent {
  return leadEvent('captured', lead, time, channel === undefined ? {} : { source: { channel } });
}

/** A lead that became an MQL. */
export function qualified(lead: string, time: string, readiness?: string): LeadEvent {
  return leadEvent('qualified', lead, time, readiness === undefined ? {} : { readiness });
}

/** A lead that got an owner, or lost it. */
export function assigned(lead: string, time: string, to: string | null): LeadEvent {
  return leadEvent('assigned', lead, time, { to });
}

/** A hand-off from marketing to sales. */
export function handedOff(lead: string, time: string): LeadEvent {
  return leadEvent('handed_off', lead, time, { from: 'marketing', to: 'sales' });
}

/** An attempt of a rep towards a lead: a call that connected, unless told otherwise. */
export function attempted(lead: string, time: string, given: Readonly<Record<string, unknown>> = {}): LeadEvent {
  return leadEvent('attempted', lead, time, {
    channel: 'call',
    direction: 'outbound',
    automated: false,
    connected: true,
    ...given,
  });
}

/** A mail that a machine sent to a lead: no attempt (rule 9). */
export function automated(lead: string, time: string): LeadEvent {
  return attempted(lead, time, { channel: 'email', automated: true, connected: false });
}

/** A lead that sales accepted. */
export function accepted(lead: string, time: string): LeadEvent {
  return leadEvent('accepted', lead, time);
}

/** A lead that was sent back or given up, and why. */
export function sentBack(
  how: 'rejected' | 'recycled' | 'disqualified',
  lead: string,
  time: string,
  reason = 'wrong_profile',
): LeadEvent {
  return leadEvent(how, lead, time, { reason });
}

/** What became of a meeting with a lead. */
export function meeting(
  name: string,
  lead: string,
  time: string,
  status: 'scheduled' | 'rescheduled' | 'completed' | 'no_show' | 'canceled',
  data: Readonly<Record<string, unknown>> = {},
): LeadEvent {
  return event('meeting.changed', `lead/${lead}`, time, { meeting: `meeting/${name}`, status, ...data });
}

/** A stage that was taken back. */
export function stageReset(lead: string, time: string, to: StageId, kind: 'correction' | 'regression'): LeadEvent {
  return leadEvent('stage_reset', lead, time, { to, kind });
}

/** An event of an opportunity by the end of its type, with the leads that it names. */
export function deal(
  type: string,
  opportunity: string,
  time: string,
  leads: readonly string[] | null = null,
  data: Readonly<Record<string, unknown>> = {},
): LeadEvent {
  const named = leads === null ? {} : { leads: leads.map((lead) => `lead/${lead}`) };
  return event(`opportunity.${type}`, `opportunity/${opportunity}`, time, { ...named, ...data });
}

/** An opened opportunity of leads. */
export function opened(
  opportunity: string,
  time: string,
  leads: readonly string[],
  data: Readonly<Record<string, unknown>> = {},
): LeadEvent {
  return deal('opened', opportunity, time, leads, data);
}

/** A won opportunity of leads. */
export function won(
  opportunity: string,
  time: string,
  leads: readonly string[],
  data: Readonly<Record<string, unknown>> = {},
): LeadEvent {
  return deal('won', opportunity, time, leads, data);
}

/** An amount in euros, or in another currency. */
export function amount(units: number, currency = 'EUR') {
  return { amount: { amountMinor: Math.round(units * 100), currency } };
}

/** Two leads that are one: the first stays. */
export function linked(stays: string, time: string, goes: string): LeadEvent {
  return event('record.linked', `lead/${stays}`, time, { with: `lead/${goes}` });
}

/** Two leads that are not one after all. */
export function unlinked(stays: string, time: string, goes: string): LeadEvent {
  return event('record.unlinked', `lead/${stays}`, time, { with: `lead/${goes}` });
}

/** An event that takes another one back. */
export function retracted(target: LeadEvent, time: string): LeadEvent {
  return event('event.retracted', target.subject, time, {
    target: { source: target.source, id: target.id },
    reason: 'it was wrong',
  });
}
