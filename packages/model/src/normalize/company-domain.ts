import { parse } from 'tldts';
import { asciiDomain } from './ascii-domain.ts';
import { freeMailDomainAbove, isDisposableDomain, isFreeMailDomain } from './mail-domains.ts';
import { fault, type Normalized } from './normalized.ts';
import { sharedHostOf } from './shared-hosts.ts';

/**
 * Why there is no company behind an address, by code.
 * @example domainFaults['free-mail'] // 'everybody can get a mail address there'
 */
export const domainFaults = {
  empty: 'it is empty',
  'too-long': 'it has more than 2,048 characters',
  'bad-domain': 'it holds no name of a domain',
  'ip-address': 'it is the number of a machine',
  'public-suffix': 'it is an ending under which others register their domains',
  'free-mail': 'everybody can get a mail address there',
  disposable: 'mail addresses there are made to be thrown away',
  'shared-host': 'many have their pages there, such as on a social network or a site builder',
} as const;

/** A code of {@link domainFaults}. */
export type DomainFault = keyof typeof domainFaults;

/**
 * The domain that a company registered, from a mail address, the address of a page or a name of a host: what stands right
 * before the public suffix, `acme.co.uk` of `ann@mail.acme.co.uk`. Suffixes of private owners count (`acme.uk.com` is not
 * `uk.com`), and so do domains of free mail, whose staff has names below them (`corp.mail.ru`). Pages on social networks,
 * link lists and site builders are no company's; the staff of their owner is, by its mail (`ann@linkedin.com`).
 * The answer is as DNS has it: lower case, other scripts as A-labels.
 * Source: Public Suffix List as tldts 7.5.4 holds it; free and disposable mail as in `normalizeEmail`. Never throws.
 * @returns the domain, or a code of {@link domainFaults}; a free or disposable mail domain is nobody's company
 * @example companyDomain('https://www.acme.co.uk/about') // { success: true, domain: 'acme.co.uk' }
 */
export function companyDomain(text: string): Normalized<{ domain: string }, DomainFault> {
  const trimmed = text.trim();
  if (trimmed === '') return fault('empty');
  if (trimmed.length > 2048) return fault('too-long');
  const { host, isMail } = hostIn(trimmed);
  const name = host === null ? null : asciiDomain(host);
  if (name === null) return fault(host !== null && isIpAddress(host) ? 'ip-address' : 'bad-domain');
  if (isDisposableDomain(name)) return fault('disposable');
  if (isFreeMailDomain(name.replace(/^www\./, ''))) return fault('free-mail');
  const shared = sharedHostOf(name);
  // Who has mail right at a shared host works for its owner.
  if (shared !== null && !(isMail && shared === name)) return fault('shared-host');
  const domain = registeredDomain(name);
  return domain === null ? fault('public-suffix') : { success: true, domain };
}

function registeredDomain(name: string): string | null {
  const provider = freeMailDomainAbove(name);
  if (provider !== null)
    return name
      .split('.')
      .slice(-provider.split('.').length - 1)
      .join('.');
  return parse(name, { allowPrivateDomains: true, extractHostname: false, validateHostname: false }).domain;
}

interface Host {
  readonly host: string | null;
  /** It is that of a mail address, not of a page. */
  readonly isMail: boolean;
}

/** The part between scheme, user and `//` on the left, and port, path and query on the right. */
function hostIn(text: string): Host {
  const bare = text.replace(/^<(.*)>$/s, '$1');
  const [, rest = ''] = /^(?:mailto:|(?:[a-z][a-z0-9+.-]*:)?\/\/)?(.*)$/is.exec(bare) ?? [];
  const [authority = ''] = rest.split(/[/?#\\]/, 1);
  const host = authority.slice(authority.lastIndexOf('@') + 1).trim();
  const isMail = authority.includes('@') && !/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(bare);
  return { host: host.startsWith('[') ? host : host.replace(/:\d*$/, '') || null, isMail };
}

function isIpAddress(host: string): boolean {
  return host.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
}
