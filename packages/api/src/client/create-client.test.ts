import { describe, expect, it } from 'vitest';
import { SameteamClientError } from './client-error.ts';
import { createClient } from './create-client.ts';

interface Sent {
  readonly url: string;
  readonly init: RequestInit | undefined;
}

function answering(make: () => Response | Promise<Response>): { readonly fetch: typeof fetch; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: async (input, init) => {
      sent.push({ url: String(input), init });
      return make();
    },
  };
}

const json =
  (value: unknown, status = 200) =>
  () =>
    Response.json(value, { status });

async function failureOf(promise: Promise<unknown>): Promise<SameteamClientError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof SameteamClientError)) throw new Error(`expected a SameteamClientError, got ${String(error)}`);
  return error;
}

describe('createClient', () => {
  it('posts a report request as JSON and gives the answer as it came', async () => {
    const { fetch, sent } = answering(json({ rows: [], asOf: 'x' }));
    const answer = await createClient({ baseUrl: 'http://example.test/', fetch }).report({ metrics: ['won'] });
    expect(answer).toEqual({ rows: [], asOf: 'x' });
    expect(sent[0]?.url).toBe('http://example.test/v1/reports');
    expect(sent[0]?.init).toMatchObject({ method: 'POST', body: '{"metrics":["won"]}' });
    expect(sent[0]?.init?.headers).toEqual({ 'content-type': 'application/json' });
  });

  it('writes every address of the contract, with ids escaped', async () => {
    const { fetch, sent } = answering(json({}));
    const client = createClient({ baseUrl: '', fetch });
    await client.leads({
      report: { metrics: ['won'] },
      cell: { metric: 'won', dimensions: {}, part: 'numerator' },
      page: { limit: 1 },
    });
    await client.explain({ metric: 'won' });
    await client.history('lead/a/b c');
    await client.history('42');
    await client.metrics();
    await client.values('source.channel');
    await client.values('source.channel', { limit: 5 });
    await client.agreement();
    await client.health();
    expect(sent.map(({ url }) => url)).toEqual([
      '/v1/reports/leads',
      '/v1/reports/explanation',
      '/v1/leads/a%2Fb%20c/events',
      '/v1/leads/42/events',
      '/v1/metrics',
      '/v1/dimensions/source.channel/values',
      '/v1/dimensions/source.channel/values?limit=5',
      '/v1/agreement',
      '/v1/health',
    ]);
    expect(sent[1]?.init).toMatchObject({ method: 'POST', body: '{"metric":"won"}' });
    expect(sent[2]?.init?.method).toBeUndefined();
  });

  it('turns problem details into an error with code, place and nearest name', async () => {
    const problem = {
      type: 'urn:sameteam:problem:unknown-metric',
      title: 'Unknown metric',
      status: 400,
      detail: 'There is no metric "wno". Did you mean "won"?',
      code: 'unknown-metric',
      issues: [{ pointer: '/metrics/0', message: 'is not a metric', nearest: 'won' }],
      id: null,
    };
    const client = createClient({ baseUrl: '', fetch: answering(json(problem, 400)).fetch });
    const error = await failureOf(client.report({ metrics: ['wno'] }));
    expect(error).toMatchObject({
      code: 'unknown-metric',
      status: 400,
      title: 'Unknown metric',
      detail: problem.detail,
    });
    expect(error.message).toBe(problem.detail);
    expect(error.issues[0]?.nearest).toBe('won');
    expect(error.id).toBeNull();
  });

  it('sends events and leads, and takes a refusal for an answer', async () => {
    const refused = { received: 1, accepted: 0, duplicates: 0, quarantined: 1, import: null, items: [] };
    const { fetch, sent } = answering(json(refused, 422));
    const client = createClient({ baseUrl: '', fetch });
    expect(await client.ingest([])).toEqual(refused);
    expect(await client.addLead({ email: 'a@b.example', employees: 3 })).toEqual(refused);
    expect(sent.map(({ url, init }) => [url, init?.method, init?.body])).toEqual([
      ['/v1/events', 'POST', '[]'],
      ['/v1/leads', 'POST', '{"email":"a@b.example","employees":3}'],
    ]);
    await failureOf(client.quality());
    expect(sent[2]?.url).toBe('/v1/quality');
  });

  it('does not take a problem for an answer, whatever its status', async () => {
    const problem = {
      type: 'urn:x',
      title: 'x',
      status: 422,
      detail: 'No.',
      code: 'not-answerable',
      issues: [],
      id: null,
    };
    const client = createClient({ baseUrl: '', fetch: answering(json(problem, 422)).fetch });
    expect(await failureOf(client.ingest([]))).toMatchObject({ code: 'not-answerable', status: 422 });
    const other = createClient({ baseUrl: '', fetch: answering(json({}, 409)).fetch });
    expect(await failureOf(other.ingest([]))).toMatchObject({ code: 'unreadable-answer', status: 409 });
  });

  it('says that no answer came, and keeps the cause', async () => {
    const cause = new TypeError('fetch failed');
    const client = createClient({
      baseUrl: 'http://example.test',
      fetch: answering(() => Promise.reject(cause)).fetch,
    });
    const error = await failureOf(client.health());
    expect(error).toMatchObject({ code: 'unreachable', status: 0, cause });
    expect(error.detail).toContain('http://example.test/v1/health');
  });

  it.each([
    ['a page of HTML', () => new Response('<!doctype html>', { status: 200 }), 200],
    ['an empty error', () => new Response(null, { status: 502 }), 502],
    ['JSON that is no problem', json({ message: 'no' }, 500), 500],
    ['null', json(null, 500), 500],
  ])('does not take %s for an answer', async (_name, make, status) => {
    const error = await failureOf(createClient({ baseUrl: '', fetch: answering(make).fetch }).health());
    expect(error).toMatchObject({ code: 'unreadable-answer', status });
  });

  it('rejects with the reason of its signal, before and while an answer is read', async () => {
    const reason = new Error('the element left the page');
    const client = createClient({ baseUrl: 'http://127.0.0.1:1' });
    await expect(client.health({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);

    const controller = new AbortController();
    const reading = createClient({
      baseUrl: '',
      fetch: async (_input, init) => {
        queueMicrotask(() => controller.abort(reason));
        return new Response(
          new ReadableStream({
            start: (stream) => init?.signal?.addEventListener('abort', () => stream.error(reason)),
          }),
        );
      },
    });
    await expect(reading.health({ signal: controller.signal })).rejects.toBe(reason);
  });

  it('uses the fetch of the page as it is at the time of the call', async () => {
    const client = createClient({ baseUrl: 'http://example.test' });
    const original = globalThis.fetch;
    globalThis.fetch = answering(json({ status: 'ok' })).fetch;
    try {
      expect(await client.health()).toEqual({ status: 'ok' });
    } finally {
      globalThis.fetch = original;
    }
  });
});
