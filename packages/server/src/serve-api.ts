import { handle, openApiDocument, type Route, type RouteId, routes, type ServiceContext } from '@sameteam/service';
import type { Hono } from 'hono';
import { etag } from 'hono/etag';
import { onlyMethods } from './only-methods.ts';
import { jsonResponse } from './problem-response.ts';
import { readBody } from './read-body.ts';

/** How the API is served. */
export interface ApiOptions {
  readonly context: ServiceContext;
  /** Version that the document names. */
  readonly version: string;
  readonly bodyLimitBytes: number;
}

/** Serves every route of the contract's table, and the document that describes them. */
export function serveApi(app: Hono, { context, version, bodyLimitBytes }: ApiOptions): void {
  for (const [id, { method, path }] of Object.entries(routes) as [RouteId, Route][]) {
    const address = path.replace(/\{(\w+)\}/g, ':$1');
    if (method === 'post') {
      app.post(address, async (c) =>
        jsonResponse(await handle(context, id, await readBody(c.req.raw, { limitBytes: bodyLimitBytes }))),
      );
      onlyMethods(app, address, ['POST']);
    } else {
      app.get(address, async (c) => jsonResponse(await handle(context, id, { ...c.req.query(), ...c.req.param() })));
      onlyMethods(app, address, ['GET', 'HEAD']);
    }
  }
  const document = openApiDocument({ version });
  app.get('/openapi.json', etag(), () => jsonResponse(document, { headers: { 'cache-control': 'no-cache' } }));
  onlyMethods(app, '/openapi.json', ['GET', 'HEAD']);
}
