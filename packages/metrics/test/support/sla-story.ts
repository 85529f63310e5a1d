import type { Agreement, AgreementInput } from '@sameteam/agreement';
import type { LeadEvent } from '@sameteam/model';
import { agreementWith } from './agreements.ts';
import { assigned, captured, handedOff } from './events.ts';

type Clause = AgreementInput['sla'][string];

/**
 * An agreement in which sales owes one attempt within four hours of the assignment (`sla.first_call`), and what is given.
 * Working time is Monday to Friday, 9 to 17 in UTC.
 */
export function callAgreement(clause: Partial<Clause> = {}, given: Partial<AgreementInput> = {}): Agreement {
  const first = { of: 'sales', from: 'lead.assigned', kept: { attempt: {} }, within: '4h', ...clause } as Clause;
  return agreementWith({ sla: { first_call: first }, ...given });
}

/** The Monday of the tests about SLAs, at an hour of the clock in UTC: `monday('09:00:00')`. */
export function monday(clock: string): string {
  return `2026-01-05T${clock}Z`;
}

/** Leads that were captured on Sunday, handed off on Monday at 8 and assigned at 9. */
export function atWork(...leads: readonly string[]): readonly LeadEvent[] {
  return leads.flatMap((lead) => [
    captured(lead, '2026-01-04'),
    handedOff(lead, monday('08:00:00')),
    assigned(lead, monday('09:00:00'), 'sam'),
  ]);
}
