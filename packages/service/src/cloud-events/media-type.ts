import { ProblemError } from '@sameteam/api';

/** Headers of a request as pairs, such as a `Headers` of the web gives. Their names may be in any case. */
export type HeaderPairs = Iterable<readonly [name: string, value: string]>;

/** The media type of a body, and the header that says so. */
export interface MediaType {
  /** In lower case, without parameters; `null` where there is no header. */
  readonly type: string | null;
  /** The whole header. */
  readonly header: string | null;
}

/**
 * Reads the media type of a body. All bodies here are UTF-8 and not packed: another charset, or a content encoding, is
 * refused with the type.
 * @param known the types that are read
 * @throws ProblemError `unsupported-media-type`
 * @example readMediaType([['content-type', 'Application/JSON; charset=utf-8']], ['application/json']).type // 'application/json'
 */
export function readMediaType(headers: HeaderPairs, known: readonly string[]): MediaType {
  const header = headerOf(headers, 'content-type');
  const type = header?.split(';', 1)[0]?.trim().toLowerCase() ?? null;
  const encoding = headerOf(headers, 'content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (type === null || !known.includes(type) || !isUtf8(header) || encoding !== 'identity') {
    const found = encoding === 'identity' || header === null ? header : `${header} in ${encoding}`;
    throw new ProblemError('unsupported-media-type', { found, known });
  }
  return { type, header };
}

/** The value of a header; `null` where there is none. */
export function headerOf(headers: HeaderPairs, name: string): string | null {
  for (const [found, value] of headers) if (found.toLowerCase() === name) return value;
  return null;
}

function isUtf8(header: string | null): boolean {
  const charset = /;\s*charset\s*=\s*"?([^";]*)/i
    .exec(header ?? '')?.[1]
    ?.trim()
    .toLowerCase();
  return charset === undefined || charset === 'utf-8' || charset === 'utf8' || charset === 'us-ascii';
}
