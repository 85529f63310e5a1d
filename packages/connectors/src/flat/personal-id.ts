import { normalizeCountry, normalizeEmail, normalizePhone } from '@sameteam/model/normalize';
import type { LeadReader } from './lead-reader.ts';

/** Fewer digits are an extension, and may be a number of the sender by chance. */
const fewestDigits = 6;

/** How an id says who somebody is, in words; `null` for one that does not. */
export function personalId(id: string, reader: LeadReader, defaultCountry: string | undefined): string | null {
  const email = reader.text('email')?.toLowerCase() ?? '';
  if (normalizeEmail(id).success || (email.includes('@') && id.toLowerCase().includes(email))) return 'a mail address';
  const phone = reader.text('phone');
  if (phone === undefined || !/^(?:tel:)?[\p{Nd}\s()+./-]+$/u.test(id)) return null;
  if ((id.match(/\p{Nd}/gu) ?? []).length < fewestDigits) return null;
  const country = normalizeCountry(reader.text('country') ?? '');
  const waysOfPhone = waysToWrite(phone, country.success ? country.country : defaultCountry);
  const isPhone = waysToWrite(id, country.success ? country.country : defaultCountry).some((way) =>
    waysOfPhone.includes(way),
  );
  return isPhone ? 'the phone number' : null;
}

/** Digits alone, as they were written and in the normal form: an id often lacks the plus. */
function waysToWrite(number: string, defaultCountry: string | undefined): readonly string[] {
  const written = number.replace(/\P{Nd}/gu, '').replace(/^0+/, '');
  const normal = normalizePhone(number, { defaultCountry });
  return normal.success ? [written, normal.e164.slice(1)] : [written];
}
