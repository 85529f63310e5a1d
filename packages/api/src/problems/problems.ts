import type { ProblemCode } from '../wire/problem.ts';

interface Kind<Params> {
  readonly status: number;
  readonly title: string;
  /** What failed, why, and what to do. */
  readonly detail: (params: Params) => string;
}

function kind<Params>(status: number, title: string, detail: (params: Params) => string): Kind<Params> {
  return { status, title, detail };
}

/**
 * The closed map of problems: code to status, title and sentence. A problem has no other source.
 * @example problems['not-found'].status // 404
 */
export const problems = {
  'malformed-json': kind<{ readonly reason: string }>(
    400,
    'Not JSON',
    ({ reason }) => `Cannot read the body: it is not JSON (${reason}). Send JSON in UTF-8.`,
  ),
  'invalid-request': kind<{ readonly what: string }>(400, 'Not a valid request', ({ what }) => what),
  'unknown-metric': kind<{ readonly sentence: string }>(400, 'Unknown metric', ({ sentence }) => sentence),
  'unknown-dimension': kind<{ readonly sentence: string }>(400, 'Unknown dimension', ({ sentence }) => sentence),
  'not-answerable': kind<{ readonly sentence: string }>(422, 'No answer from this data', ({ sentence }) => sentence),
  'unknown-lead': kind<{ readonly lead: string }>(
    404,
    'Unknown lead',
    ({ lead }) => `There is no lead "${lead}": no event tells of it. Take the id from the leads behind a number.`,
  ),
  'not-found': kind<{ readonly path: string }>(
    404,
    'Nothing here',
    ({ path }) => `There is nothing at ${path}. The addresses are listed in /openapi.json.`,
  ),
  'method-not-allowed': kind<{ readonly method: string; readonly path: string; readonly allowed: readonly string[] }>(
    405,
    'Method not allowed',
    ({ method, path, allowed }) => `Cannot ${method} ${path}. Use ${allowed.join(' or ')}.`,
  ),
  'unsupported-media-type': kind<{ readonly found: string | null; readonly known?: readonly string[] }>(
    415,
    'Not a type that is read here',
    ({ found, known = ['application/json'] }) =>
      `Cannot read ${found === null ? 'a body without content type' : `a body of type ${found}`}. Send it as ${known.join(' or ')}.`,
  ),
  'body-too-large': kind<{ readonly limitBytes: number }>(
    413,
    'Body too large',
    ({ limitBytes }) => `The body has more than ${limitBytes} bytes. Send less at once.`,
  ),
  'too-many-items': kind<{ readonly found: number; readonly limit: number }>(
    413,
    'Too many items',
    ({ found, limit }) => `The body holds ${found} items. Send at most ${limit} at once.`,
  ),
  'ingest-closed': kind<Readonly<Record<never, never>>>(
    403,
    'This server takes no leads',
    () =>
      'Nothing was taken: this server was started only to be read. Start it so that it takes leads, or ask who runs it for the address that does.',
  ),
  'token-missing': kind<Readonly<Record<never, never>>>(
    401,
    'Token missing',
    () =>
      'Nothing was taken: this server wants to know who sends. Send the header "Authorization: Bearer" with your token.',
  ),
  'token-wrong': kind<Readonly<Record<never, never>>>(
    401,
    'Token not known',
    () =>
      'Nothing was taken: the token in the header "Authorization" is not the one of this server. Ask who runs it for the right one.',
  ),
  'origin-not-allowed': kind<{ readonly origin: string }>(
    403,
    'Not a page that may send here',
    ({ origin }) =>
      `Nothing was taken: pages of ${origin} may not send here. Allow this origin where the server is started, or send from a server of your own.`,
  ),
  'host-not-allowed': kind<{ readonly host: string; readonly allowed: readonly string[] }>(
    421,
    'Not the host of this server',
    ({ host, allowed }) =>
      `This server does not answer as "${host}". Call it by ${allowed.join(' or ')}, or allow the name where it is started.`,
  ),
  internal: kind<{ readonly id: string }>(
    500,
    'Unexpected error',
    ({ id }) => `Something failed that should not. Look for ${id} in the log of the server.`,
  ),
} satisfies { readonly [Code in ProblemCode]: Kind<never> };

/** What the sentence of a problem is made of. */
export type ProblemParams<Code extends ProblemCode> = Parameters<(typeof problems)[Code]['detail']>[0];
