/** One label of letters, digits and inner hyphens. Source: RFC 1123, 2.1. */
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
/** At least two labels; the last one is no number, which would be an IP address. */
const asciiName = new RegExp(`^(?=.{1,253}$)(?:${label}\\.)+(?=[^.]*[a-z])${label}$`);
/** What has a meaning of its own in a URL, and would be cut off or decoded there. */
const urlSyntax = /[\s/?#:@\\[\]%|<>^]/;

/**
 * The name of a domain as DNS has it: lower case, other scripts as A-labels (`xn--`), no dot at the end.
 * Other scripts are converted by UTS #46 (nontransitional, so that `ß` stays a letter of its own), as the platform's `URL`
 * does it: WHATWG URL, domain to ASCII. O(n); texts beyond 1,000 characters are refused unread.
 * @returns `null` for what is not the name of a domain with at least two labels; IP addresses too
 */
export function asciiDomain(text: string): string | null {
  if (text.length > 1000) return null;
  const name = (text.endsWith('.') ? text.slice(0, -1) : text).toLowerCase();
  if (asciiName.test(name) && !name.includes('xn--')) return name;
  if (urlSyntax.test(name)) return null;
  const host = hostOf(name);
  return host !== null && asciiName.test(host) ? host : null;
}

function hostOf(name: string): string | null {
  try {
    return new URL(`http://${name}`).hostname;
  } catch {
    return null;
  }
}
