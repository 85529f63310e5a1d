import type { LeadEvent } from '@sameteam/model';
import { amount, deal, event, leadEvent } from './events.ts';

/** What else is said of a deal. */
type DealData = Readonly<Record<string, unknown>>;

/** A deal that was opened with an amount in euros, of leads or of none. */
export function openedAt(
  opportunity: string,
  time: string,
  units: number | null,
  { leads = [], ...data }: DealData & { readonly leads?: readonly string[] } = {},
): LeadEvent {
  return deal('opened', opportunity, time, leads, { ...(units === null ? {} : amount(units)), ...data });
}

/** A change of a deal. */
export function changed(opportunity: string, time: string, data: DealData): LeadEvent {
  return deal('changed', opportunity, time, null, data);
}

/** A deal that was lost. */
export function lost(opportunity: string, time: string, data: DealData = {}): LeadEvent {
  return deal('lost', opportunity, time, null, data);
}

/** A closed deal that is open again. */
export function reopened(opportunity: string, time: string, data: DealData = {}): LeadEvent {
  return deal('reopened', opportunity, time, null, data);
}

/** A lead that goes back to marketing, to be looked at again on a day. */
export function recycled(lead: string, time: string, revisit: string | null = null, reason = 'not_now'): LeadEvent {
  return leadEvent(
    'recycled',
    lead,
    time,
    revisit === null ? { reason } : { reason, revisitAt: `${revisit}T00:00:00Z` },
  );
}

/** The next step with a lead. */
export function task(lead: string, time: string, due: string, status: 'open' | 'done' = 'open'): LeadEvent {
  return event('task.changed', `lead/${lead}`, time, { status, due: `${due}T00:00:00Z` });
}

/** What was spent on a campaign in the days from one to another, both included. */
export function spent(campaign: string, [from, to]: readonly [string, string], units: number, currency = 'EUR') {
  return event('campaign.spent', `campaign/${campaign}`, to, { cost: amount(units, currency).amount, from, to });
}

/** A campaign with its channel, and its name where it has one. */
export function planned(campaign: string, time: string, channel: string, name?: string): LeadEvent {
  return event('campaign.planned', `campaign/${campaign}`, time, name === undefined ? { channel } : { channel, name });
}

/** What a customer did, and what it adds to its value in euros. */
export function customer(company: string, time: string, kind: string, units: number | null, currency = 'EUR') {
  const delta = units === null ? {} : { delta: amount(units, currency).amount };
  return event('customer.changed', `company/${company}`, time, { kind, ...delta });
}

/** An answer to the question whether the teams are in sync. */
export function answered(team: string, time: string, inSync: number): LeadEvent {
  return event('pulse.answered', 'pulse/monthly', time, { team, inSync });
}
