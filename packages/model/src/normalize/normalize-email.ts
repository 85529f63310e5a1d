import { hasLoneSurrogate } from '../text/lone-surrogates.ts';
import { limits } from '../vocabulary/limits.ts';
import { asciiDomain } from './ascii-domain.ts';
import { isDisposableDomain, isFreeMailDomain } from './mail-domains.ts';
import { fault, type Normalized } from './normalized.ts';

/**
 * Why a text is not a mail address, by code.
 * @example emailFaults['no-at'] // 'it has no at sign'
 */
export const emailFaults = {
  empty: 'it is empty',
  'too-long': 'it has more than 254 bytes, or more than 64 before the at sign',
  formula: 'it begins like a formula of a spreadsheet',
  'no-at': 'it has no at sign',
  'two-ats': 'it has more than one at sign',
  'bad-local': 'what stands before the at sign cannot be the name of a mailbox',
  'bad-domain': 'what follows the at sign is no domain',
  'with-name': 'it holds more than the address alone',
} as const;

/** A code of {@link emailFaults}. */
export type EmailFault = keyof typeof emailFaults;

/** A mail address in its normal form. */
export interface EmailParts {
  /** `local@domain`. */
  readonly email: string;
  readonly local: string;
  /** In lower case, other scripts as A-labels. */
  readonly domain: string;
  /** Everybody can get an address there. */
  readonly isFreeMail: boolean;
  /** Made to be thrown away. */
  readonly isDisposable: boolean;
}

/** What is done to the part before the at sign. */
export interface EmailOptions {
  /** `lower` for comparing; by RFC 5321 only the domain may say whether case matters. Default `keep`. */
  readonly local?: 'keep' | 'lower' | undefined;
  /** `strip` takes `+tag` away, to find one person behind several addresses. Default `keep`. */
  readonly plus?: 'keep' | 'strip' | undefined;
}

/** RFC 5321, 4.5.3.1.1. */
const longestLocal = 64;
/** Nothing that is longer can become an address by taking `mailto:` and blanks away. */
const longestText = 2000;
/** The characters of a valid e-mail address (HTML, 4.10.5.1.5), and those of other scripts (RFC 6532). */
const localName =
  /^(?:[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]|[^\p{ASCII}\p{Z}\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff])+$/u;

/** `Ann <ann@acme.example>`, as mail programs copy it. */
const withName = /^[^<>]+<[^<>@]+@[^<>@]+>$/;

/**
 * Brings a mail address into one form: trimmed, out of `<…>` and `mailto:`, NFC, the domain in lower case and as DNS has
 * it. Whether somebody reads it can only be told by sending. Quoted names of mailboxes and IP addresses are refused.
 * Source: HTML 4.10.5.1.5 with RFC 6531 for other scripts; WHATWG URL for domains. O(n), never throws.
 * @param options.local whether the name of the mailbox is lower-cased; default `keep`
 * @param options.plus whether `+tag` is taken away; default `keep`
 * @returns the address and its parts, or a code of {@link emailFaults}; empty text is the code `empty`
 * @example
 * normalizeEmail(' Ann+Fair@MÜLLER.example ', { plus: 'strip' })
 * // { success: true, email: 'Ann@xn--mller-kva.example', local: 'Ann', domain: 'xn--mller-kva.example', isFreeMail: false, isDisposable: false }
 */
export function normalizeEmail(text: string, options: EmailOptions = {}): Normalized<EmailParts, EmailFault> {
  const bare = unwrapped(text);
  if (bare === '') return fault('empty');
  if (bare.length > longestText) return fault('too-long');
  if (/^[=+@-]/.test(bare)) return fault('formula');
  if (withName.test(bare)) return fault('with-name');
  const at = bare.indexOf('@');
  if (at < 0) return fault('no-at');
  if (bare.includes('@', at + 1)) return fault('two-ats');
  const domain = asciiDomain(bare.slice(at + 1));
  if (domain === null) return fault('bad-domain');
  const given = bare.slice(0, at);
  if (hasLoneSurrogate(given) || !localName.test(given)) return fault('bad-local');
  const local = normalLocal(given, options);
  const email = `${local}@${domain}`;
  if (isLongerInBytes(local, longestLocal) || isLongerInBytes(email, limits.emailLength)) return fault('too-long');
  const [isFreeMail, isDisposable] = [isFreeMailDomain(domain), isDisposableDomain(domain)];
  return { success: true, email, local, domain, isFreeMail, isDisposable };
}

/** The address that stands in `<…>` and after `mailto:`. */
function unwrapped(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length > longestText) return trimmed;
  const inner = trimmed.startsWith('<') && trimmed.endsWith('>') ? trimmed.slice(1, -1).trim() : trimmed;
  if (!/^mailto:/i.test(inner)) return inner;
  const [address = ''] = inner.slice('mailto:'.length).split('?');
  try {
    return decodeURIComponent(address).trim();
  } catch {
    return address.trim();
  }
}

function normalLocal(given: string, { local = 'keep', plus = 'keep' }: EmailOptions): string {
  const tag = plus === 'strip' ? given.indexOf('+') : -1;
  const kept = (tag > 0 ? given.slice(0, tag) : given).normalize('NFC');
  return local === 'lower' ? kept.toLowerCase().normalize('NFC') : kept;
}

function isLongerInBytes(text: string, longest: number): boolean {
  return text.length > longest || new TextEncoder().encode(text).length > longest;
}
