import { type LeadEvent, validateEvent } from '@sameteam/model';

let next = 0;

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
  id = `e${++next}`,
): LeadEvent {
  const result = validateEvent({
    specversion: '1.0',
    id,
    source: 'test',
    type,
    subject,
    time: time.length === 10 ? `${time}T00:00:00Z` : time,
    data,
  });
  if (!result.success) throw new Error(result.issues.map(({ message }) => message).join('; '));
  return result.event;
}

/** A captured lead, with a channel. */
export function captured(lead: string, time: string, channel?: string | null): LeadEvent {
  return event('lead.captured', `lead/${lead}`, time, channel === undefined ? {} : { source: { channel } });
}

/** A won opportunity of leads. */
export function won(
  opportunity: string,
  time: string,
  leads: readonly string[],
  data: Readonly<Record<string, unknown>> = {},
): LeadEvent {
  return event('opportunity.won', `opportunity/${opportunity}`, time, {
    leads: leads.map((lead) => `lead/${lead}`),
    ...data,
  });
}
