import { InvalidArgumentError } from 'commander';

/**
 * Reads the address of an endpoint: with or without `/v1` or the whole path of a route.
 * @throws InvalidArgumentError for anything that is no address of http or https
 * @example readTargetUrl('http://localhost:4330/v1/events').href // 'http://localhost:4330/'
 */
export function readTargetUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new InvalidArgumentError(
      `"${text}" is not the address of an endpoint. Give one such as http://localhost:4330.`,
    );
  }
  url.pathname = url.pathname.replace(/\/v1(?:\/(?:events|leads))?\/?$/, '/');
  url.search = '';
  url.hash = '';
  return url;
}

/**
 * Reads headers as curl takes them; a name that comes again replaces the one before.
 * @throws InvalidArgumentError for a text without a colon, or one that HTTP cannot carry
 * @example readHeaders(['Authorization: Bearer abc']) // { authorization: 'Bearer abc' }
 */
export function readHeaders(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.map((text) => {
      const [, name, value] = /^([\w!#$%&'*+.^`|~-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*)$/.exec(text) ?? [];
      if (name === undefined || value === undefined) {
        // The value may be a secret: only what stands before the colon is repeated.
        const said = text.includes(':') ? `"${text.split(':', 1)[0]}"` : 'A text without a colon';
        throw new InvalidArgumentError(
          `${said} is not a header. Write "Name: value", such as "Authorization: Bearer …".`,
        );
      }
      return [name.toLowerCase(), value.trim()] as const;
    }),
  );
}
