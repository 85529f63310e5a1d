import { ServerError } from './server-error.ts';

/**
 * Checks the origins of pages that may embed.
 * @throws ServerError `bad-origin` for anything but scheme, host and port; for `*` and `null` too
 */
export function checkOrigins(origins: readonly string[]): void {
  for (const origin of origins) {
    const url = URL.canParse(origin) ? new URL(origin) : null;
    if (url === null || url.origin !== origin || !/^https?:$/.test(url.protocol))
      throw new ServerError('bad-origin', { origin });
  }
}
