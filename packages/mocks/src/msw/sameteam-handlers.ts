import {
  handle,
  handleBody,
  ProblemError,
  type Route,
  type RouteId,
  routes,
  type ServiceContext,
  takesBody,
} from '@sameteam/service';
import { type HttpHandler, HttpResponse, http, type PathParams } from 'msw';
import { readBody } from './read-body.ts';

/** Where the answers come from, and at which address. */
export interface SameteamHandlersOptions {
  /** What the service answers from, or a promise of it: requests wait until it is there. */
  readonly context: ServiceContext | PromiseLike<ServiceContext>;
  /** Address below which `/v1` lies: the page's own server when absent, any server for `*`. */
  readonly baseUrl?: string;
}

/**
 * Request handlers of msw for every route of the contract. They answer through the service, as the server does, so that
 * a story or a test sees the same rows and the same problems. Events and leads are taken where the context has an ingest.
 * @returns one handler for each route, for `setupServer` or `setupWorker`
 * @example
 * import { setupServer } from 'msw/node';
 * const handlers = sameteamHandlers({ context: simulatedContext({ seed: 1, leads: 3000 }), baseUrl: '*' });
 * setupServer(...handlers).listen();
 */
export function sameteamHandlers({ context, baseUrl = '' }: SameteamHandlersOptions): readonly HttpHandler[] {
  const base = baseUrl.replace(/\/+$/, '');
  return (Object.entries(routes) as [RouteId, Route][]).map(([id, { method, path }]) => {
    const address = base + path.replace(/\{(\w+)\}/g, ':$1');
    return http[method](address, async ({ request, params }) => {
      try {
        return await answer(await context, id, { request, method, params });
      } catch (error) {
        return problemResponse(error);
      }
    });
  });
}

async function answer(
  context: ServiceContext,
  id: RouteId,
  { request, method, params }: { readonly request: Request; readonly method: string; readonly params: PathParams },
): Promise<Response> {
  const headers = { 'cache-control': 'no-store' };
  if (takesBody(id)) {
    const body = new Uint8Array(await request.arrayBuffer());
    const stated = await handleBody(context, id, { headers: request.headers, body });
    return HttpResponse.json(stated.answer, { status: stated.status, headers });
  }
  const asked =
    method === 'post'
      ? await readBody(request)
      : { ...Object.fromEntries(new URL(request.url).searchParams), ...params };
  return HttpResponse.json(await handle(context, id, asked), { headers });
}

function problemResponse(error: unknown): Response {
  const { problem } =
    error instanceof ProblemError
      ? error
      : new ProblemError('internal', { id: 'mock' }, { id: 'mock', cause: error, issues: [] });
  const headers = { 'content-type': 'application/problem+json' };
  return new HttpResponse(JSON.stringify(problem), { status: problem.status, headers });
}
