import type { Consent } from '@sameteam/model';
import { nearestName } from '@sameteam/model';
import type { LeadReader } from './lead-reader.ts';
import { presentFields } from './present-fields.ts';

const statuses: ReadonlyMap<string, Consent['status']> = new Map([
  ...['yes', 'true', '1', 'on', 'granted'].map((word) => [word, 'granted'] as const),
  ...['no', 'false', '0', 'off', 'denied'].map((word) => [word, 'denied'] as const),
]);

/** Reads what the person allowed or forbade. A form whose box stays empty sends no `consent`, and nothing is said then. */
export function leadConsent(reader: LeadReader): Consent[] | undefined {
  const word = reader.text('consent')?.toLowerCase();
  if (word === undefined) return undefined;
  const status = statuses.get(word);
  if (status === undefined) {
    const nearest = nearestName(word, statuses.keys());
    return reader.refuse('consent', { code: 'not-allowed', expected: 'yes or no', nearest });
  }
  const proof = presentFields({ proof: reader.text('consent_proof') });
  return [{ purpose: reader.line('consent_purpose') ?? 'sales_contact', status, ...proof }];
}
