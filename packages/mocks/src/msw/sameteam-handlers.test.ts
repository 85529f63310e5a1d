import { routes } from '@sameteam/api';
import { createClient } from '@sameteam/api/client';
import { clientOf, createIngest } from '@sameteam/service';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulatedContext } from '../context/simulated-context.ts';
import { sameteamHandlers } from './sameteam-handlers.ts';

const baseUrl = 'https://sameteam.example';
const context = await simulatedContext({ seed: 1, leads: 1500 });
const server = setupServer(...sameteamHandlers({ context, baseUrl }));
const client = createClient({ baseUrl });

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterAll(() => server.close());

describe('sameteamHandlers', () => {
  it('answer every route of the contract', async () => {
    expect(server.listHandlers().length).toBe(Object.keys(routes).length);
    const { rows } = await client.report({ metrics: ['captured'] });
    const captured = rows[0]?.value as number;
    expect(captured).toBeGreaterThan(1490);
    const cell = { metric: 'won', dimensions: {}, part: 'numerator' } as const;
    const page = await client.leads({ report: { metrics: ['won'] }, cell, page: { limit: 3 } });
    expect(page.leads.length).toBe(3);
    const lead = page.leads[0]?.lead as string;
    const history = await client.history(lead);
    expect(history.events[0]).toMatchObject({ type: 'lead.captured', subject: lead });
    expect(JSON.stringify(history)).not.toMatch(/@|firstName|phone/);
    expect((await client.metrics()).metrics.length).toBeGreaterThan(30);
    const { values } = await client.values('source.channel', { limit: 20 });
    expect(values.map(({ value }) => value)).toContain(null);
    expect(values.reduce((sum, { leads }) => sum + leads, 0)).toBe(captured);
    expect(await client.agreement()).toMatchObject({ name: 'Halden revenue team' });
    expect(await client.health()).toMatchObject({ status: 'ok', engine: 'memory', leads: captured });
  });

  it('give the answers of the service itself', async () => {
    const inPage = clientOf(context);
    const request = {
      metrics: ['captured', 'lead_to_win_rate', 'days_to_won_median', 'bookings'],
      by: ['source.channel'],
      grain: 'quarter',
    } as const;
    expect(await client.report(request)).toEqual(JSON.parse(JSON.stringify(await inPage.report(request))));
    expect(await client.values('segment')).toEqual(await inPage.values('segment'));
  });

  it('tell problems as the server tells them', async () => {
    await expect(client.report({ metrics: ['wno'] })).rejects.toMatchObject({
      code: 'unknown-metric',
      status: 400,
      issues: [{ pointer: '/metrics/0', nearest: 'won' }],
    });
    await expect(client.history('lead/none')).rejects.toMatchObject({ code: 'unknown-lead', status: 404 });
    const post = (body: string, type: string) =>
      fetch(`${baseUrl}/v1/reports`, { method: 'POST', body, headers: { 'content-type': type } });
    const malformed = await post('{', 'application/json');
    expect(malformed.headers.get('content-type')).toBe('application/problem+json');
    expect(await malformed.json()).toMatchObject({ status: 400, code: 'malformed-json' });
    expect(await (await post('{}', 'text/plain')).json()).toMatchObject({
      status: 415,
      code: 'unsupported-media-type',
    });
  });

  it('take events and leads where the context has a way in', async () => {
    await expect(client.ingest([])).rejects.toMatchObject({ code: 'ingest-closed', status: 403 });
    const own = await simulatedContext({ seed: 2, leads: 10 });
    const ingest = createIngest({ ...own, webCrypto: globalThis.crypto });
    server.use(...sameteamHandlers({ context: { ...own, ingest }, baseUrl: 'https://open.example' }));
    const open = createClient({ baseUrl: 'https://open.example' });
    expect(await open.addLead({ email: 'a@b.example', source: 'webinar' })).toMatchObject({ verdict: 'accepted' });
    const form = await fetch('https://open.example/v1/leads', {
      method: 'POST',
      body: new URLSearchParams({ email: 'a@b.example', source: 'webinar' }),
    });
    expect([form.status, await form.json()]).toEqual([200, expect.objectContaining({ verdict: 'duplicate' })]);
    const refused = await fetch('https://open.example/v1/events', {
      method: 'POST',
      body: '[3]',
      headers: { 'content-type': 'application/cloudevents-batch+json' },
    });
    expect([refused.status, await refused.json()]).toEqual([422, expect.objectContaining({ quarantined: 1 })]);
    expect((await open.quality()).sources.map(({ source }) => source)).toEqual(['/leads/web', null]);
  });

  it('wait for a context that is still being made, and say when it cannot be', async () => {
    let arrive: (made: typeof context) => void = () => {};
    const promised = new Promise<typeof context>((resolve) => {
      arrive = resolve;
    });
    server.use(...sameteamHandlers({ context: promised, baseUrl: 'https://later.example' }));
    const answer = createClient({ baseUrl: 'https://later.example' }).health();
    arrive(context);
    expect(await answer).toMatchObject({ status: 'ok' });
    const broken = Promise.reject(new Error('no room'));
    server.use(...sameteamHandlers({ context: broken, baseUrl: 'https://broken.example' }));
    await expect(createClient({ baseUrl: 'https://broken.example' }).health()).rejects.toMatchObject({
      code: 'internal',
      status: 500,
    });
  });
});
