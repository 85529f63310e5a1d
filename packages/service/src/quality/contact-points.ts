import { saidAt } from './said-at.ts';

/** How a person can be reached, as one event says it. */
export interface ContactPoints {
  readonly email: string | null;
  readonly phone: string | null;
  /** Country of the person, which tells what a phone number without a country means. */
  readonly country: string | null;
}

/** The mail address and the phone number in an event, be it sound or not: of a lead's contact, or of a contact itself. */
export function contactPoints(event: unknown): ContactPoints {
  const contact = saidAt(event, saidAt(event, ['type']) === 'contact.updated' ? ['data'] : ['data', 'contact']);
  const said = (name: string): string | null => {
    const value = saidAt(contact, [name]);
    return typeof value === 'string' && value.trim() !== '' ? value : null;
  };
  return { email: said('email'), phone: said('phone'), country: said('country') };
}
