import {
  handle,
  handleBody,
  ingestOf,
  openApiDocument,
  type Route,
  type RouteId,
  routes,
  takesBody,
} from '@sameteam/service';
import type { Hono } from 'hono';
import { etag } from 'hono/etag';
import { guardSenders } from './guard-senders.ts';
import { onlyMethods } from './only-methods.ts';
import { jsonResponse } from './problem-response.ts';
import { readBody } from './read-body.ts';
import { readBytes } from './read-bytes.ts';
import type { ReplaceableContext } from './replaceable-context.ts';
import { documentPath } from './serve-document.ts';

/** How the API is served. */
export interface ApiOptions {
  readonly context: ReplaceableContext;
  /** Version that the document names. */
  readonly version: string;
  /** Of all requests but those that bring events. */
  readonly bodyLimitBytes: number;
  /** Of those that bring events. */
  readonly ingestLimitBytes: number;
  /** Origins of pages that may send. */
  readonly allowOrigins: readonly string[];
  /** What senders must know; nothing where it is absent. */
  readonly ingestToken: string | undefined;
}

/** Serves every route of the contract's table, and the document that describes them. */
export function serveApi(app: Hono, options: ApiOptions): void {
  const { context, version, bodyLimitBytes } = options;
  const answer = (id: RouteId, request: unknown) =>
    context.use((used) => handle({ ...used, documentPath }, id, request));
  for (const [id, { method, path }] of Object.entries(routes) as [RouteId, Route][]) {
    const address = path.replace(/\{(\w+)\}/g, ':$1');
    if (takesBody(id)) {
      takeBodies(app, address, id, options);
      onlyMethods(app, address, ['POST']);
    } else if (method === 'post') {
      app.post(address, async (c) =>
        jsonResponse(await answer(id, await readBody(c.req.raw, { limitBytes: bodyLimitBytes }))),
      );
      onlyMethods(app, address, ['POST']);
    } else {
      app.get(address, async (c) => jsonResponse(await answer(id, { ...c.req.query(), ...c.req.param() })));
      onlyMethods(app, address, ['GET', 'HEAD']);
    }
  }
  const document = openApiDocument({ version });
  app.get('/openapi.json', etag(), () => jsonResponse(document, { headers: { 'cache-control': 'no-cache' } }));
  onlyMethods(app, '/openapi.json', ['GET', 'HEAD']);
}

/** Serves a route whose body is read by its media type. Who may not send is told before a byte of it is read. */
function takeBodies(
  app: Hono,
  address: string,
  id: 'ingest' | 'addLead',
  { context, allowOrigins, ingestToken, bodyLimitBytes, ingestLimitBytes }: ApiOptions,
): void {
  const limitBytes = id === 'ingest' ? ingestLimitBytes : bodyLimitBytes;
  app.post(address, guardSenders({ allowOrigins, token: ingestToken }), async ({ req: { raw } }) => {
    await context.use(ingestOf);
    const body = await readBytes(raw, { limitBytes });
    const { status, answer } = await context.use((used) => handleBody(used, id, { headers: raw.headers, body }));
    return jsonResponse(answer, { status });
  });
}
