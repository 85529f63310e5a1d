import { canonicalJson, limits } from '@sameteam/model';
import type { LeadReader } from './lead-reader.ts';
import { personalId } from './personal-id.ts';

/** What names a lead. */
export interface LeadIdentity {
  readonly vendor: string;
  /** The sender's own id; `null` where none was sent that can be kept. */
  readonly ownId: string | null;
}

/** Reads who sends the lead, and what the sender calls it. */
export function leadIdentity(reader: LeadReader, sender: string, defaultCountry: string | undefined): LeadIdentity {
  const vendor = reader.text('vendor') ?? sender;
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(vendor)) {
    const expected = 'a name of up to 64 letters, digits, dots, underscores and hyphens';
    reader.refuse('vendor', { code: 'wrong-form', expected });
  }
  const ownId = reader.text('id') ?? null;
  // The subject is the vendor, a colon and the id.
  const longest = limits.idLength - vendor.length - 1;
  if (ownId !== null && [...ownId].length > longest) {
    reader.refuse('id', { code: 'too-long', expected: `at most ${longest} characters beside this vendor` });
  }
  const personal = ownId === null ? null : personalId(ownId, reader, defaultCountry);
  if (personal === null) return { vendor, ownId };
  reader.refuse('id', { code: 'personal-id', found: personal, expected: 'a number of your own, or no id' });
  // It is not to be repeated, or kept with what was refused.
  return { vendor, ownId: null };
}

/**
 * The one text of what a lead without an id says, whatever the order and the spelling of its fields: as it was sent, so that
 * it stays the same when the ways of normalising are improved. It holds personal data.
 */
export function saidText({ said }: LeadReader, vendor: string): string {
  const values = Object.fromEntries(Array.from(said.values, ([name, { text }]) => [name, text]));
  return canonicalJson({ attributes: Object.fromEntries(said.attributes), values: { ...values, vendor } });
}
