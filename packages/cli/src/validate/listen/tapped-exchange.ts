/** A request to one of the two addresses that take leads, and what was answered. */
export interface TappedExchange {
  readonly path: '/v1/events' | '/v1/leads';
  readonly headers: Headers;
  /** As far as it was read: a body that is too long is not. */
  readonly body: Uint8Array;
  readonly status: number;
  /** The answer; `undefined` where it is no JSON. */
  readonly answer: unknown;
}

type Fetch<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Response | Promise<Response>;

const paths: readonly string[] = ['/v1/events', '/v1/leads'];

/** Longest body that is looked at: what is longer, no endpoint of the contract reads. */
const bodyLimitBytes = 8_388_608;

/**
 * Looks at what is posted, and at the answer, on its way through: the server is the same as without, and what is shown
 * is what the sender was told.
 * @param onExchange is told after the answer was made and before it is sent
 */
export function tapIngest<Rest extends unknown[]>(
  fetch: Fetch<Rest>,
  onExchange: (exchange: TappedExchange) => void,
): Fetch<Rest> {
  return async (request, ...rest) => {
    const { pathname } = new URL(request.url);
    if (request.method !== 'POST' || !paths.includes(pathname)) return fetch(request, ...rest);
    const { passed, seen } = copyBody(request);
    const response = await fetch(passed, ...rest);
    onExchange({
      path: pathname as TappedExchange['path'],
      headers: request.headers,
      body: seen(),
      status: response.status,
      answer: await readJson(response.clone()),
    });
    return response;
  };
}

function copyBody(request: Request): { readonly passed: Request; readonly seen: () => Uint8Array } {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  const copy = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      if (bytes < bodyLimitBytes) pieces.push(piece.subarray(0, bodyLimitBytes - bytes));
      bytes += piece.byteLength;
      controller.enqueue(piece);
    },
  });
  const init: RequestInit & { readonly duplex: 'half' } = {
    method: request.method,
    headers: request.headers,
    body: request.body?.pipeThrough(copy) ?? null,
    duplex: 'half',
  };
  return { passed: new Request(request.url, init), seen: () => Buffer.concat(pieces) };
}

async function readJson(response: Response): Promise<unknown> {
  const packing = response.headers.get('content-encoding');
  const body = packing === 'gzip' || packing === 'deflate' ? unpacked(response, packing) : response;
  return body.json().catch(() => undefined);
}

function unpacked({ body }: Response, packing: CompressionFormat): Response {
  return new Response(body?.pipeThrough<Uint8Array>(new DecompressionStream(packing)) ?? null);
}
