import disposableDomains from 'disposable-email-domains-js/dist/dict/disposable_email_blocklist.json' with {
  type: 'json',
};
import providerDomains from 'email-providers/all.json' with { type: 'json' };
import { asciiDomain } from './ascii-domain.ts';

/** Providers that the list of email-providers 2.26.0 lacks; each was looked up by hand. */
const moreProviders = [
  ...['fastmail.com', 'tutanota.com', 'tuta.io', 'tuta.com', 'duck.com', 'skiff.com', 'mailbox.org', 'disroot.org'],
  ...['posteo.de', 'posteo.net', 'posteo.at', 'posteo.ch', 'gmx.ch', 'gmx.li', 'gmx.eu', 'aon.at', 'chello.at'],
  ...[
    'ziggo.nl',
    'kpnmail.nl',
    'outlook.jp',
    'outlook.cz',
    'privaterelay.appleid.com',
    'mozmail.com',
    'simplelogin.com',
  ],
];

/** Companies with staff of their own, or names that nobody owns, which the same list has. */
const notProviders = ['facebook.com', 'alibaba.com', 'example.com', 'go.com', 'about.com', 'discovery.com'];

/** Made on first use: a set of some thousand names takes a millisecond. */
const made: { free?: ReadonlySet<string>; disposable?: ReadonlySet<string> } = {};

/**
 * Whether everybody can get an address there, so that the domain says nothing of the company.
 * Source: email-providers (ISC), with a few corrections.
 * @param domain as `asciiDomain` gives it; what lies below a provider's domain counts too
 */
export function isFreeMailDomain(domain: string): boolean {
  made.free ??= providers();
  return isListed(domain, made.free);
}

/**
 * Whether addresses there are made to be thrown away.
 * Source: disposable-email-domains-js (CC0), a copy of github.com/disposable-email-domains/disposable-email-domains.
 * @param domain as `asciiDomain` gives it; what lies below a listed domain counts too
 */
export function isDisposableDomain(domain: string): boolean {
  made.disposable ??= new Set(disposableDomains);
  return isListed(domain, made.disposable);
}

function providers(): ReadonlySet<string> {
  const names = new Set(providerDomains.map((name) => asciiDomain(name) ?? name));
  for (const name of moreProviders) names.add(name);
  for (const name of notProviders) names.delete(name);
  return names;
}

function isListed(domain: string, names: ReadonlySet<string>): boolean {
  for (let rest = domain; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    if (names.has(rest)) return true;
  }
  return false;
}
