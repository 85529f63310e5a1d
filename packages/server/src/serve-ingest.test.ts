import { defaultAgreement } from '@sameteam/agreement';
import { createMemoryEngine } from '@sameteam/metrics';
import { createIngest } from '@sameteam/service';
import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { type AppOptions, createApp } from './create-app.ts';

const nowMs = Date.UTC(2026, 2, 1, 12);
const json = 'application/json';

function appOf(options: Partial<AppOptions> = {}): Hono {
  const engine = createMemoryEngine({ agreement: defaultAgreement });
  const own = { engine, agreement: defaultAgreement, clock: () => nowMs };
  const ingest = createIngest({ ...own, webCrypto: globalThis.crypto });
  return createApp({ context: { ...own, ingest }, ...options });
}

const event = (id: string) => ({
  specversion: '1.0',
  id,
  source: '/form',
  type: 'lead.captured',
  subject: `lead/${id}`,
  time: '2026-03-01T11:00:00Z',
  data: { source: { channel: 'email' } },
});

const post = (app: Hono, path: string, body: BodyInit, headers: Record<string, string> = { 'content-type': json }) =>
  app.request(path, { method: 'POST', body, headers });

async function statusAndBody(response: Response): Promise<readonly [number, Record<string, unknown>]> {
  return [response.status, (await response.json()) as Record<string, unknown>];
}

describe('POST /v1/events', () => {
  it('says by its status whether anything was taken', async () => {
    const app = appOf();
    const statusOf = async (value: unknown) => (await post(app, '/v1/events', JSON.stringify(value))).status;
    expect(await statusOf([event('1'), 3])).toBe(200);
    expect(await statusOf(event('1'))).toBe(200);
    expect(await statusOf([])).toBe(200);
    expect(await statusOf([3])).toBe(422);
    const [, answer] = await statusAndBody(await post(app, '/v1/events', JSON.stringify([event('2'), 3])));
    expect(answer).toMatchObject({ received: 2, accepted: 1, quarantined: 1, import: expect.any(String) });
  });

  it('takes the three modes of CloudEvents', async () => {
    const app = appOf();
    const { data, ...attributes } = event('1');
    const headers = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value]));
    const answers = [
      await post(app, '/v1/events', JSON.stringify(event('1')), { 'content-type': 'application/cloudevents+json' }),
      await post(app, '/v1/events', JSON.stringify([event('1')]), {
        'content-type': 'application/cloudevents-batch+json; charset=utf-8',
      }),
      await post(app, '/v1/events', JSON.stringify(data), { 'content-type': json, ...headers }),
    ];
    const told = await Promise.all(answers.map(async (answer) => (await statusAndBody(answer))[1]));
    expect(told.map(({ accepted, duplicates }) => [accepted, duplicates])).toEqual([
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
  });

  it.each([
    ['{', json, 400, 'malformed-json'],
    [new Uint8Array([0x22, 0xff, 0x22]), json, 400, 'malformed-json'],
    ['{}', 'text/plain', 415, 'unsupported-media-type'],
    ['a=b', 'application/x-www-form-urlencoded', 415, 'unsupported-media-type'],
    ['{}', 'application/cloudevents-batch+json', 400, 'invalid-request'],
    [`[${'1,'.repeat(10_000)}1]`, json, 413, 'too-many-items'],
  ] as const)('answers %s as %s with %i %s', async (body, type, status, code) => {
    const response = await post(appOf(), '/v1/events', body, { 'content-type': type });
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await statusAndBody(response)).toEqual([status, expect.objectContaining({ status, code })]);
  });

  it('reads 8 MiB and not a byte more; other bodies 1 MiB', async () => {
    const app = appOf();
    const sized = (bytes: number) => `"${'x'.repeat(bytes - 2)}"`;
    const codeOf = async (path: string, bytes: number) =>
      (await statusAndBody(await post(app, path, sized(bytes))))[1].code;
    expect((await post(app, '/v1/events', sized(8_388_608))).status).toBe(422);
    expect(await codeOf('/v1/events', 8_388_609)).toBe('body-too-large');
    expect(await codeOf('/v1/leads', 1_048_577)).toBe('body-too-large');
    expect(await codeOf('/v1/leads', 1_048_576)).toBe('invalid-request');
    expect(await codeOf('/v1/reports', 1_048_577)).toBe('body-too-large');
  });

  it('takes nothing of a body that breaks off', async () => {
    const app = appOf();
    const whole = new TextEncoder().encode(JSON.stringify([event('1')]));
    const broken = new ReadableStream({
      start: (stream) => {
        stream.enqueue(whole);
        setTimeout(() => stream.error(new Error('aborted')), 5);
      },
    });
    const init: RequestInit & { readonly duplex: 'half' } = {
      method: 'POST',
      headers: { 'content-type': json },
      body: broken,
      duplex: 'half',
    };
    const response = await app.request(new Request('http://localhost/v1/events', init));
    expect(await statusAndBody(response)).toEqual([400, expect.objectContaining({ code: 'malformed-json' })]);
    expect(await (await app.request('/v1/health')).json()).toMatchObject({ events: 0 });
  });
});

describe('POST /v1/leads', () => {
  it('takes what curl and a form send, and says by its status what became of it', async () => {
    const app = appOf();
    const form = new URLSearchParams({ email: 'a@b.example', source: 'webinar' });
    expect(await statusAndBody(await post(app, '/v1/leads', form, {}))).toEqual([
      201,
      expect.objectContaining({ verdict: 'accepted', lead: expect.stringMatching(/^lead\/web:/) }),
    ]);
    const same = JSON.stringify({ source: 'webinar', email: 'a@b.example' });
    expect(await statusAndBody(await post(app, '/v1/leads', same))).toEqual([
      200,
      expect.objectContaining({ verdict: 'duplicate' }),
    ]);
    const parts = new FormData();
    parts.set('email', 'a@b.example');
    parts.set('sorce', 'webinar');
    expect(await statusAndBody(await post(app, '/v1/leads', parts, {}))).toEqual([
      422,
      expect.objectContaining({
        verdict: 'refused',
        issues: [expect.objectContaining({ field: 'sorce', nearest: 'source' })],
      }),
    ]);
  });

  it('leaves the history of a lead where it was', async () => {
    const app = appOf();
    const [, { lead, id }] = await statusAndBody(await post(app, '/v1/leads', '{"id":"7","email":"a@b.example"}'));
    const [status, history] = await statusAndBody(
      await app.request(`/v1/leads/${encodeURIComponent(String(lead))}/events`),
    );
    expect([status, history.lead, id]).toEqual([200, 'lead/web:7', '7']);
  });
});

describe('GET /v1/quality', () => {
  it('tells what arrived', async () => {
    const app = appOf();
    await post(app, '/v1/events', JSON.stringify([event('1'), 3]));
    const [status, report] = await statusAndBody(await app.request('/v1/quality'));
    expect(status).toBe(200);
    expect(report).toMatchObject({
      since: '2026-03-01T12:00:00.000Z',
      sources: [{ source: '/form' }, { kind: 'unnamed' }],
    });
    expect((await app.request('/v1/quality', { method: 'HEAD' })).status).toBe(200);
  });
});

describe('who may send', () => {
  it('is nobody where the context has no way in, whatever the body', async () => {
    const engine = createMemoryEngine({ agreement: defaultAgreement });
    const app = createApp({ context: { engine, agreement: defaultAgreement, clock: () => nowMs } });
    for (const [path, body] of [
      ['/v1/events', '{'],
      ['/v1/leads', 'x'.repeat(10_000_000)],
    ] as const) {
      expect(await statusAndBody(await post(app, path, body))).toEqual([
        403,
        expect.objectContaining({ code: 'ingest-closed' }),
      ]);
    }
    expect((await app.request('/v1/quality')).status).toBe(403);
  });

  it('is told by a token where one is asked for, before the body is read', async () => {
    const app = appOf({ ingestToken: 'open-sesame' });
    const send = async (authorization?: string) => {
      const response = await post(app, '/v1/events', '{', {
        'content-type': json,
        ...(authorization === undefined ? {} : { authorization }),
      });
      return [response.status, (await response.json()).code, response.headers.get('www-authenticate')];
    };
    expect(await send()).toEqual([401, 'token-missing', 'Bearer']);
    expect(await send('Basic b3Blbi1zZXNhbWU=')).toEqual([401, 'token-missing', 'Bearer']);
    expect(await send('Bearer open-sesam')).toEqual([401, 'token-wrong', 'Bearer error="invalid_token"']);
    expect(await send('Bearer open-sesame2')).toEqual([401, 'token-wrong', 'Bearer error="invalid_token"']);
    expect(await send('bearer open-sesame')).toEqual([400, 'malformed-json', null]);
    expect(
      (await post(app, '/v1/leads', 'email=a@b.example', { 'content-type': 'application/x-www-form-urlencoded' }))
        .status,
    ).toBe(401);
    expect((await app.request('/v1/health')).status).toBe(200);
  });

  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const codeFrom = async (app: Hono, origin: string | null, host = 'leads.example:8080') => {
    const headers = { ...form, host, ...(origin === null ? {} : { origin }) };
    const response = await post(app, '/v1/leads', 'email=a@b.example', headers);
    return response.ok ? response.status : (await response.json()).code;
  };

  it('are pages of this server and what is no browser; others only where they are allowed', async () => {
    const app = appOf();
    expect(await codeFrom(app, null)).toBe(201);
    expect(await codeFrom(app, 'http://leads.example:8080')).toBe(200);
    expect(await codeFrom(app, 'https://leads.example', 'leads.example')).toBe(200);
    expect(await codeFrom(app, 'https://LEADS.example', 'leads.example:443')).toBe(200);
    for (const origin of [
      'https://evil.example',
      'http://leads.example',
      'http://leads.example:8081',
      'null',
      '',
      'x',
      'file://',
    ]) {
      expect([origin, await codeFrom(app, origin)]).toEqual([origin, 'origin-not-allowed']);
    }
    const friendly = appOf({ allowOrigins: ['https://shop.example'] });
    expect(await codeFrom(friendly, 'https://shop.example')).toBe(201);
    expect(await codeFrom(friendly, 'https://evil.example')).toBe('origin-not-allowed');
    expect(await codeFrom(appOf({ allowOrigins: ['*'] }), 'https://any.example')).toBe(201);
  });

  it('can be a page of an allowed origin with a token, in binary mode too', async () => {
    const origin = 'https://shop.example';
    const app = appOf({ allowOrigins: [origin], ingestToken: 't' });
    const ask = async (asked: string) => {
      const headers = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': asked };
      const preflight = await app.request('/v1/events', { method: 'OPTIONS', headers });
      return [preflight.status, preflight.headers.get('access-control-allow-headers')];
    };
    expect(await ask('authorization, content-type,ce-id, Ce-Tenant, x-secret')).toEqual([
      204,
      'content-type,authorization,ce-id,ce-tenant',
    ]);
    expect(await ask('')).toEqual([204, 'content-type,authorization']);
    const sent = await post(app, '/v1/events', '[]', { 'content-type': json, origin, authorization: 'Bearer t' });
    expect([sent.status, sent.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
    const refused = await post(app, '/v1/events', '[]', { 'content-type': json, origin });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, origin]);
  });
});

describe('addresses and methods', () => {
  it('are told apart', async () => {
    const app = appOf();
    for (const [path, method, allow] of [
      ['/v1/events', 'GET', 'POST'],
      ['/v1/events', 'HEAD', 'POST'],
      ['/v1/leads', 'OPTIONS', 'POST'],
      ['/v1/leads', 'DELETE', 'POST'],
      ['/v1/quality', 'POST', 'GET, HEAD'],
    ] as const) {
      const response = await app.request(path, { method });
      expect([path, response.status, response.headers.get('allow')]).toEqual([path, 405, allow]);
    }
  });

  it('can be added, and looked at, before those of the contract', async () => {
    const seen: string[] = [];
    const app = appOf({
      extra: (own) => {
        own.use(async ({ req }, next) => {
          seen.push(req.path);
          await next();
        });
        own.get('/bad', (c) => c.text('nothing was refused'));
      },
    });
    const response = await app.request('/bad');
    expect(await response.text()).toBe('nothing was refused');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await post(app, '/v1/events', '[]')).status).toBe(200);
    expect(seen).toEqual(['/bad', '/v1/events']);
  });
});
