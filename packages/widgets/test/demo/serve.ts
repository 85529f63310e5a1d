/**
 * The built page over fake leads, for looking at it: `node --conditions=@sameteam/source test/demo/serve.ts [port]`.
 * `?demo=empty`, `?demo=fails` and `?demo=hangs` show the other states: the page's address reaches the answers by the
 * referrer.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { SameteamClientError } from '@sameteam/api/client';
import { type FakeClient, fakeClient } from '../fake-client.ts';

const dist = new URL('../../dist/', import.meta.url);
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const full = fakeClient();
const empty = fakeClient([]);

async function answer(client: FakeClient, path: string, body: string): Promise<unknown> {
  const asked: unknown = body === '' ? null : JSON.parse(body);
  const lead = /^\/v1\/leads\/([^/]+)\/events$/.exec(path);
  const values = /^\/v1\/dimensions\/([^/]+)\/values$/.exec(path);
  if (path === '/v1/reports') return client.report(asked as Parameters<FakeClient['report']>[0]);
  if (path === '/v1/reports/leads') return client.leads(asked as Parameters<FakeClient['leads']>[0]);
  if (path === '/v1/reports/explanation') return client.explain(asked as Parameters<FakeClient['explain']>[0]);
  if (path === '/v1/metrics') return client.metrics();
  if (path === '/v1/agreement') return client.agreement();
  if (path === '/v1/health') return client.health();
  if (lead) return client.history(`lead/${decodeURIComponent(lead[1] ?? '')}`);
  if (values) return client.values(decodeURIComponent(values[1] ?? ''));
  throw new SameteamClientError({
    code: 'not-found',
    status: 404,
    title: 'Not found',
    detail: `There is nothing at ${path}.`,
  });
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (!url.pathname.startsWith('/v1/')) {
    const path = url.pathname === '/' ? 'page/index.html' : url.pathname.replace(/^\/widgets\//, '');
    const file = await readFile(new URL(path, dist)).catch(() => null);
    const headers = {
      'content-type': types[extname(path)] ?? 'text/plain',
      'content-security-policy': "default-src 'self'; img-src 'self' data:",
    };
    response.writeHead(file === null ? 404 : 200, headers).end(file ?? 'not found');
    return;
  }
  const demo = new URL(request.headers.referer ?? 'http://localhost').searchParams.get('demo');
  if (demo === 'hangs') return;
  let body = '';
  for await (const part of request) body += String(part);
  const reply = (status: number, value: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  if (demo === 'fails')
    return reply(500, {
      type: 'about:blank',
      title: 'The database is locked',
      status: 500,
      detail:
        'Cannot read .sameteam/demo.duckdb: an import (process 4711) holds it. Wait until it is done, then try again.',
      code: 'internal',
      issues: [],
      id: 'e-1',
    });
  try {
    reply(200, await answer(demo === 'empty' ? empty : full, url.pathname, body));
  } catch (error) {
    const { status, title, detail, code } = error as SameteamClientError;
    reply(status || 500, { type: 'about:blank', title, status, detail, code, issues: [], id: null });
  }
});

server.listen(Number(process.argv[2] ?? 4399), () => console.log(server.address()));
