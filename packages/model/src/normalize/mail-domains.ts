import disposableDomains from 'disposable-email-domains-js/dist/dict/disposable_email_blocklist.json' with {
  type: 'json',
};
import providerDomains from 'email-providers/all.json' with { type: 'json' };
import { asciiDomain } from './ascii-domain.ts';

/** Providers that the list of email-providers 2.26.0 lacks; each was looked up by hand. */
const moreProviders = [
  ...['fastmail.com', 'tutanota.com', 'tuta.io', 'tuta.com', 'duck.com', 'skiff.com', 'mailbox.org', 'disroot.org'],
  ...['posteo.de', 'posteo.net', 'posteo.at', 'posteo.ch', 'gmx.ch', 'gmx.li', 'gmx.eu', 'aon.at', 'chello.at'],
  ...['ziggo.nl', 'kpnmail.nl', 'outlook.jp', 'outlook.cz', 'otenet.gr', 'tutanota.de', 'tutamail.com', 'keemail.me'],
  ...['139.com', '189.cn', '163.net', 'vip.163.com', 'vip.126.com', 'vip.188.com', 'vip.sina.cn', 'vip.tom.com'],
  ...['privaterelay.appleid.com', 'mozmail.com', 'simplelogin.com', 'users.noreply.github.com'],
];

/** Providers whose customers have addresses below them, at a name of the region or of their own. */
const withSubdomains: ReadonlySet<string> = new Set([
  ...['rr.com', 'cox.net', 'freeserve.co.uk', 'zzn.com', 'email.ne.jp', 'ezweb.ne.jp', 'softbank.ne.jp'],
  ...['mozmail.com', 'simplelogin.com', 'duck.com'],
]);

/** Companies with staff of their own, or names that nobody owns, which the same list has. */
const notProviders = [
  ...['facebook.com', 'alibaba.com', 'example.com', 'go.com', 'about.com', 'discovery.com'],
  ...['bt.com', 'telstra.com', 'oath.com', 'poste.it'],
];

/** Made on first use: a set of some thousand names takes a millisecond. */
const made: { free?: ReadonlySet<string>; disposable?: ReadonlySet<string> } = {};

/**
 * Whether everybody can get an address there, so that the domain says nothing of the company.
 * Source: email-providers (ISC), with a few corrections.
 * @param domain as `asciiDomain` gives it; what lies below a provider's domain is that of its staff, but for a few providers
 */
export function isFreeMailDomain(domain: string): boolean {
  made.free ??= providers();
  return made.free.has(domain) || listedAbove(domain, withSubdomains) !== null;
}

/** The domain of free mail that a name lies below, the nearest one; `null` where there is none. */
export function freeMailDomainAbove(domain: string): string | null {
  made.free ??= providers();
  return listedAbove(domain, made.free);
}

/**
 * Whether addresses there are made to be thrown away.
 * Source: disposable-email-domains-js (CC0), a copy of github.com/disposable-email-domains/disposable-email-domains.
 * @param domain as `asciiDomain` gives it; what lies below a listed domain counts too
 */
export function isDisposableDomain(domain: string): boolean {
  made.disposable ??= new Set(disposableDomains);
  return made.disposable.has(domain) || listedAbove(domain, made.disposable) !== null;
}

function providers(): ReadonlySet<string> {
  const names = new Set(providerDomains.map((name) => asciiDomain(name) ?? name));
  for (const name of moreProviders) names.add(name);
  for (const name of notProviders) names.delete(name);
  return names;
}

function listedAbove(domain: string, names: ReadonlySet<string>): string | null {
  for (let at = domain.indexOf('.'); at >= 0; at = domain.indexOf('.', at + 1)) {
    const above = domain.slice(at + 1);
    if (names.has(above)) return above;
  }
  return null;
}
