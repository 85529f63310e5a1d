import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { defaultAgreement } from '@sameteam/agreement';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeEngine } from '../test/fake-engine.ts';
import { createApp } from './create-app.ts';
import type { Logger } from './logger.ts';

const nowMs = Date.UTC(2026, 9, 1);
const status = { engine: 'memory', events: 3, leads: 1, quarantined: 0, firstEventMs: 0, lastEventMs: 60_000 } as const;

interface Setting extends Partial<Parameters<typeof createApp>[0]> {
  readonly engine?: Parameters<typeof fakeEngine>[0];
}

function appOf({ engine, ...options }: Setting = {}): Hono {
  const context = {
    engine: fakeEngine({ status: async () => status, values: async () => [{ value: null, leads: 2 }], ...engine }),
    agreement: defaultAgreement,
    clock: () => nowMs,
  };
  return createApp({ context, ...options });
}

const post = (
  app: Hono,
  path: string,
  body: string,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) => app.request(path, { method: 'POST', body, headers });

let outside: string;
let assets: string;

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'sameteam-app-'));
  assets = join(outside, 'widgets');
  await mkdir(join(assets, 'page'), { recursive: true });
  await Promise.all([
    writeFile(join(assets, 'page', 'index.html'), '<!doctype html><title>Sameteam</title>'),
    writeFile(join(assets, 'index.js'), `export const text = '${'same team '.repeat(1000)}';`),
    writeFile(join(outside, 'secret.txt'), 'secret'),
  ]);
});

afterAll(() => rm(outside, { recursive: true }));

describe('the document of the agreement', () => {
  it('is a page that runs nothing, and is known to the pages of numbers', async () => {
    const app = appOf();
    const response = await app.request('/agreement');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(policy).not.toContain('script-src');
    const text = await response.text();
    expect(text).toContain('id="windows.default"');
    expect(text).not.toContain('<script');
    expect(await (await app.request('/v1/agreement')).json()).toMatchObject({ document: '/agreement', draft: true });
    expect((await app.request('/agreement', { method: 'POST' })).status).toBe(405);
  });

  it('is kept by nobody between, and sent again only when it changed', async () => {
    const app = appOf();
    const first = await app.request('/agreement');
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[^"]+"$/);
    const again = await app.request('/agreement', { headers: { 'if-none-match': tag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('cache-control')).toBe('private, no-cache');
    expect((await app.request('/agreement', { method: 'HEAD' })).headers.get('cache-control')).toBe(
      'private, no-cache',
    );
  });
});

describe('the document of an agreement whose first day comes', () => {
  it('says so from then on', async () => {
    let now = nowMs;
    const standing = { binds: { fromMs: nowMs + 1, untilMs: null }, signatures: [], pins: null };
    const context = { engine: fakeEngine({}), agreement: defaultAgreement, standing, clock: () => now };
    const app = createApp({ context });
    const text = async () => (await app.request('/agreement')).text();
    const before = await text();
    expect(await text()).toBe(before);
    now++;
    const after = await text();
    expect(after).not.toBe(before);
    expect(after).toContain('Binding');
  });
});

describe('the API', () => {
  it('answers as JSON that nobody keeps', async () => {
    const response = await appOf().request('/v1/health');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      status: 'ok',
      engine: 'memory',
      events: 3,
      leads: 1,
      quarantined: 0,
      asOf: '2026-10-01T00:00:00.000Z',
      firstEvent: '1970-01-01T00:00:00.000Z',
      lastEvent: '1970-01-01T00:01:00.000Z',
    });
  });

  it('reads path and query, unescaped', async () => {
    const app = appOf({
      engine: { events: async (subject) => [{ ...stored, subject }], opportunitiesOf: async () => [] },
    });
    expect(await (await app.request('/v1/leads/a%2Fb%20%C3%BC/events')).json()).toMatchObject({ lead: 'lead/a/b ü' });
    const values = await app.request('/v1/dimensions/source.channel/values?limit=5');
    expect(await values.json()).toEqual({
      dimension: 'source.channel',
      values: [{ value: null, leads: 2 }],
      more: false,
    });
    expect((await app.request('/v1/dimensions/source.channel/values?limit=x')).status).toBe(400);
    expect((await app.request('/v1/dimensions/source.channel/values?lmit=5')).status).toBe(400);
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const response = await appOf().request('/v1/health', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.text()).toBe('');
  });

  it.each([
    ['/v1/reports', '{', 'application/json', 400, 'malformed-json'],
    ['/v1/reports', '{}', 'text/plain', 415, 'unsupported-media-type'],
    ['/v1/reports', '{}', 'application/json', 400, 'invalid-request'],
    ['/v1/reports', '{"metrics":["wno"]}', 'application/json', 400, 'unknown-metric'],
    ['/v1/reports', '{"metrics":["won"],"by":["chanel"]}', 'application/json', 400, 'unknown-dimension'],
    ['/v1/reports/leads', '[]', 'application/json', 400, 'invalid-request'],
    ['/v1/nothing', '{}', 'application/json', 404, 'not-found'],
    ['/v1/health', '{}', 'application/json', 405, 'method-not-allowed'],
  ])('answers POST %s %s (%s) with %i %s', async (path, body, type, wanted, code) => {
    const response = await post(appOf(), path, body, { 'content-type': type });
    expect(response.status).toBe(wanted);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status: wanted, code, type: `urn:sameteam:problem:${code}` });
  });

  it('names the methods that an address takes', async () => {
    const app = appOf({ assets });
    for (const [path, method, allow] of [
      ['/v1/reports', 'GET', 'POST'],
      ['/v1/reports', 'OPTIONS', 'POST'],
      ['/v1/metrics', 'DELETE', 'GET, HEAD'],
      ['/openapi.json', 'PUT', 'GET, HEAD'],
      ['/widgets/index.js', 'POST', 'GET, HEAD'],
    ] as const) {
      const response = await app.request(path, { method });
      expect([path, response.status, response.headers.get('allow')]).toEqual([path, 405, allow]);
    }
  });

  it('refuses a body that is too large, with and without its length said', async () => {
    const app = appOf({ bodyLimitBytes: 100 });
    const body = JSON.stringify({ metrics: ['won'], by: Array.from({ length: 100 }, () => 'x') });
    expect((await post(app, '/v1/reports', body)).status).toBe(413);
    const stream: RequestInit & { readonly duplex: 'half' } = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob([body]).stream(),
      duplex: 'half',
    };
    const streamed = new Request('http://localhost/v1/reports', stream);
    const response = await app.request(streamed);
    expect(await response.json()).toMatchObject({ status: 413, code: 'body-too-large' });
  });

  it('describes itself, and is not asked twice', async () => {
    const app = appOf({ version: '9.8.7' });
    const response = await app.request('/openapi.json');
    expect(await response.json()).toMatchObject({ openapi: '3.1.1', info: { version: '9.8.7' } });
    const again = await app.request('/openapi.json', {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });
});

const stored = {
  source: 'crm',
  id: '1',
  type: 'lead.captured',
  subject: 'lead/1',
  timeMs: 0,
  recordedMs: 0,
  data: {},
  import: 'i1',
  retracted: false,
};

describe('an unexpected error', () => {
  it('leaves as a number to look for, and nothing else', async () => {
    const logged: Parameters<Logger['error']>[] = [];
    const failure = new Error('password=hunter2 at /srv/secret/file.ts');
    const app = appOf({
      engine: { status: () => Promise.reject(failure) },
      logger: { error: (...entry) => logged.push(entry) },
    });
    const response = await app.request('/v1/health');
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toMatch(/hunter2|secret|\.ts/);
    const problem = JSON.parse(text);
    expect(problem).toMatchObject({ code: 'internal', status: 500 });
    expect(problem.detail).toContain(problem.id);
    expect(logged).toHaveLength(1);
    expect(logged[0]?.[0]).toMatchObject({ id: problem.id, method: 'GET', path: '/v1/health', err: failure });
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('the page', () => {
  it('is served at the root, its files below /widgets', async () => {
    const app = appOf({ assets });
    const page = await app.request('/');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain('<title>Sameteam</title>');
    const script = await app.request('/widgets/index.js');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await app.request('/widgets/page/index.html')).status).toBe(200);
  });

  it('is asked for again only when it changed, and told apart compressed and not', async () => {
    const app = appOf({ assets });
    const first = await app.request('/widgets/index.js');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const again = await app.request('/widgets/index.js', {
      headers: { 'if-none-match': `W/${etag}`, 'accept-encoding': 'gzip' },
    });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('etag')).toContain(etag);
    expect((await app.request('/widgets/index.js', { method: 'HEAD' })).headers.get('etag')).toBe(etag);
  });

  it.each([
    '/widgets/..%2fsecret.txt',
    '/widgets/%2e%2e/secret.txt',
    '/widgets/..%5csecret.txt',
    '/widgets/',
    '/widgets/none.js',
    '/secret.txt',
  ])('has nothing at %s', async (path) => {
    const response = await appOf({ assets }).request(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('secret\n');
  });

  it('is refused at the start when its files are not there', () => {
    expect(() => appOf({ assets: outside })).toThrow(expect.objectContaining({ code: 'assets-missing' }));
  });

  it('is not there without a directory, and the API is', async () => {
    expect((await appOf().request('/')).status).toBe(404);
    expect((await appOf().request('/v1/health')).status).toBe(200);
  });
});

describe('compression', () => {
  it('packs what is large, for those who take it', async () => {
    const app = appOf({ assets });
    const packed = await app.request('/widgets/index.js', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toContain('Accept-Encoding');
    const bytes = Buffer.from(await packed.arrayBuffer());
    expect(bytes.length).toBeLessThan(500);
    expect(gunzipSync(bytes).toString()).toContain('same team');
    expect(
      (await app.request('/v1/metrics', { headers: { 'accept-encoding': 'gzip' } })).headers.get('content-encoding'),
    ).toBe('gzip');
    expect((await app.request('/v1/metrics')).headers.get('content-encoding')).toBeNull();
    expect(
      (await app.request('/v1/health', { headers: { 'accept-encoding': 'gzip' } })).headers.get('content-encoding'),
    ).toBeNull();
  });
});

describe('what a browser is told', () => {
  it('is strict on everything that is sent', async () => {
    const app = appOf({ assets });
    for (const path of ['/', '/widgets/index.js', '/v1/health', '/v1/nothing', '/nothing', '/openapi.json']) {
      const { headers } = await app.request(path);
      expect([path, headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual([
        path,
        'nosniff',
        'no-referrer',
      ]);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toMatch(/script-src 'self'(;|$)/);
      expect(policy).toMatch(/style-src 'self'(;|$)/);
      expect(policy).toMatch(/frame-ancestors 'self'(;|$)/);
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });

  it('keeps other origins out unless they are named', async () => {
    const origin = 'https://intranet.example.com';
    const asked = { headers: { origin } };
    const closed = await appOf().request('/v1/health', asked);
    expect(closed.headers.get('access-control-allow-origin')).toBeNull();
    expect(closed.headers.get('cross-origin-resource-policy')).toBe('same-origin');

    const app = appOf({ allowOrigins: [origin] });
    const open = await app.request('/v1/health', asked);
    expect(open.headers.get('access-control-allow-origin')).toBe(origin);
    expect(open.headers.get('vary')).toContain('Origin');
    expect(open.headers.get('content-security-policy')).toContain(`frame-ancestors 'self' ${origin}`);
    expect(open.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const other = await app.request('/v1/health', { headers: { origin: 'https://evil.example' } });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();

    const preflight = await app.request('/v1/reports', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('content-type');
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
    const problem = await post(app, '/v1/reports', '{', { 'content-type': 'application/json', origin });
    expect(problem.headers.get('access-control-allow-origin')).toBe(origin);
    const foreign = await app.request('/v1/reports', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('lets every page in where somebody writes so, without credentials', async () => {
    const app = appOf({ allowOrigins: ['*'] });
    const preflight = await app.request('/v1/reports', {
      method: 'OPTIONS',
      headers: { origin: 'https://any.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
    const { headers } = await app.request('/v1/health', { headers: { origin: 'https://any.example' } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'self' \*(;|$)/);
  });

  it.each(['https://a-1.b_c.example:8443', 'http://localhost:8080', 'http://10.0.0.7', 'http://[::1]:8080'])(
    'takes %s for an origin',
    async (origin) => {
      const response = await appOf({ allowOrigins: [origin] }).request('/v1/health', { headers: { origin } });
      expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    },
  );

  it.each([
    ['null', 'such as https://intranet.example.com'],
    ['https://*.example', 'such as https://intranet.example.com'],
    ['https://a.example;sandbox', 'such as https://intranet.example.com'],
    ['a.example', 'such as https://intranet.example.com'],
    ['localhost:8080', 'such as https://intranet.example.com'],
    ['ftp://a.example', 'such as https://intranet.example.com'],
    ['https://a.example/', 'here https://a.example'],
    ['https://A.example:443/path?query', 'here https://a.example'],
    ['https://a.example; script-src *', 'such as https://intranet.example.com'],
  ])('takes no %s for an origin', (origin, remedy) => {
    const message = `Cannot allow "${origin}" to embed: it is not an origin. Write scheme, host and port only, ${remedy}.`;
    expect(() => appOf({ allowOrigins: ['https://b.example', origin] })).toThrow(
      expect.objectContaining({ code: 'bad-origin', message }),
    );
  });
});
