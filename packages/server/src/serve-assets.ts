import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { etag } from 'hono/etag';
import { onlyMethods } from './only-methods.ts';
import { readAsset } from './read-asset.ts';
import { ServerError } from './server-error.ts';

const page = 'page/index.html';

/**
 * Serves the built widgets: `/` is the page, `/widgets/…` the files of the directory.
 * @param directory what the build of the widgets made
 * @throws ServerError `assets-missing`
 */
export function serveAssets(app: Hono, directory: string): void {
  if (!existsSync(join(directory, page))) throw new ServerError('assets-missing', { directory, missing: page });
  const send = async (path: string, notFound: () => Response | Promise<Response>): Promise<Response> => {
    const asset = await readAsset(directory, path);
    return asset === null ? notFound() : new Response(asset.bytes, { headers: asset.headers });
  };
  app.get('/', etag(), (c) => send(page, () => c.notFound()));
  app.get('/widgets/*', etag(), (c) => send(c.req.path.slice('/widgets/'.length), () => c.notFound()));
  onlyMethods(app, '/', ['GET', 'HEAD']);
  onlyMethods(app, '/widgets/*', ['GET', 'HEAD']);
}
