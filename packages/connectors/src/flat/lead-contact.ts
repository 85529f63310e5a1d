import type { ContactFacts } from '@sameteam/model';
import {
  countryFaults,
  type EmailParts,
  emailFaults,
  normalizeCountry,
  normalizeEmail,
  normalizePhone,
  phoneFaults,
} from '@sameteam/model/normalize';
import type { LeadReader } from './lead-reader.ts';
import { presentFields } from './present-fields.ts';

const expectedEmail = 'a mail address such as ann@acme.example';
const expectedPhone = 'a phone number with country code, such as +49 30 23125042';

/** The person, and what the mail address says of the company. */
export interface LeadContact {
  readonly contact: ContactFacts | undefined;
  readonly email: EmailParts | null;
}

/** Reads who is interested: at least a mail address or a phone number. */
export function leadContact(reader: LeadReader, defaultCountry: string | undefined): LeadContact {
  const email = readEmail(reader);
  const country = readCountry(reader);
  const phone = readPhone(reader, country ?? defaultCountry);
  const ways = ['email', 'phone'] as const;
  if (ways.every((way) => reader.text(way) === undefined && !reader.isRefused(way))) {
    reader.refuse('email', { code: 'missing', expected: 'email or phone' });
  }
  const contact = presentFields({
    email: email?.email,
    firstName: reader.line('first_name'),
    lastName: reader.line('last_name'),
    phone,
    role: reader.line('role'),
    title: reader.line('title'),
    country: country ?? reader.line('country'),
    language: readLanguage(reader),
  });
  return { contact, email };
}

function readEmail(reader: LeadReader): EmailParts | null {
  const text = reader.text('email');
  if (text === undefined) return null;
  const email = normalizeEmail(text);
  if (!email.success) {
    const expected = email.code === 'with-name' ? 'the address alone, such as ann@acme.example' : expectedEmail;
    reader.refuse('email', { code: email.code, why: emailFaults[email.code], expected });
    return null;
  }
  if (email.isDisposable) reader.hint('email', { code: 'disposable-mail', expected: 'an address that is read' });
  return email;
}

/** A number that cannot be dialled is kept as it was sent where there is a mail address: people read what machines do not. */
function readPhone(reader: LeadReader, defaultCountry: string | undefined): string | undefined {
  const text = reader.text('phone');
  if (text === undefined) return undefined;
  const phone = normalizePhone(text, { defaultCountry });
  if (phone.success) return phone.extension === null ? phone.e164 : `${phone.e164} ext. ${phone.extension}`;
  const remark = { code: phone.code, why: phoneFaults[phone.code], expected: expectedPhone };
  if (phone.code === 'formula' || reader.text('email') === undefined) return reader.refuse('phone', remark);
  reader.hint('phone', remark);
  return reader.line('phone');
}

/** The code of the country, where it can be told. */
function readCountry(reader: LeadReader): string | undefined {
  const text = reader.text('country');
  if (text === undefined) return undefined;
  const country = normalizeCountry(text);
  if (country.success) return country.country;
  const why = countryFaults[country.code];
  return reader.hint('country', { code: country.code, why, expected: 'a code of ISO 3166-1 such as DE' });
}

/** The tag in its canonical form (RFC 5646, 4.5), or what was sent. */
function readLanguage(reader: LeadReader): string | undefined {
  const text = reader.line('language');
  if (text === undefined) return undefined;
  const tag = canonicalTag(text);
  if (tag === null) reader.hint('language', { code: 'bad-language', expected: 'a tag such as de or de-DE' });
  return tag ?? text;
}

/** Languages have two or three letters; the longer ones that the form admits are not given to any: `english`. */
function canonicalTag(text: string): string | null {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(text.replaceAll('_', '-'));
    return /^[a-z]{2,3}(?:-|$)/.test(tag) ? tag : null;
  } catch {
    return null;
  }
}
