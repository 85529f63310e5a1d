import { ServerError } from './server-error.ts';

/** Stands for every origin. It is never meant unless somebody writes it. */
export const anyOrigin = '*';

/** URLs may have a `*` or a `;` in their host, to which a content security policy gives a meaning of its own. */
const plainHost = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/;

/**
 * Checks the origins of pages that may embed: exact ones, or `*` for every origin.
 * @throws ServerError `bad-origin` for anything but scheme, host and port; for `null` too, which is no page's own
 * @example checkOrigins(['https://intranet.example.com', 'http://localhost:8080'])
 */
export function checkOrigins(origins: readonly string[]): void {
  for (const origin of origins) {
    if (origin === anyOrigin) continue;
    const meant = originIn(origin);
    if (meant !== origin) throw new ServerError('bad-origin', { origin, meant });
  }
}

function originIn(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, origin } = new URL(text);
  return /^https?:$/.test(protocol) && plainHost.test(hostname) ? origin : null;
}
