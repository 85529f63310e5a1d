import { defaultAgreement } from '@sameteam/agreement';
import { createClient, type SameteamClient, SameteamClientError } from '@sameteam/api/client';
import { appendEvents, createMemoryEngine } from '@sameteam/metrics';
import type { LeadEvent } from '@sameteam/model';
import { clientOf } from '@sameteam/service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../src/create-app.ts';
import { type RunningServer, startServer } from '../src/start-server.ts';

function* events(): Iterable<LeadEvent> {
  for (let lead = 0; lead < 200; lead++) {
    const told = {
      specversion: '1.0',
      source: 'crm',
      subject: `lead/${lead % 7 === 0 ? `a/${lead} ü%` : lead}`,
    } as const;
    const day = String(1 + (lead % 28)).padStart(2, '0');
    const data = { source: { channel: ['email', 'paid_search', null][lead % 3] ?? null } };
    yield { ...told, id: `c${lead}`, type: 'lead.captured', time: `2026-01-${day}T09:00:00Z`, data };
    if (lead % 2 === 0)
      yield { ...told, id: `q${lead}`, type: 'lead.qualified', time: `2026-02-${day}T09:00:00.5Z`, data: {} };
  }
}

let server: RunningServer;
let overHttp: SameteamClient;
let inThePage: SameteamClient;

beforeAll(async () => {
  const engine = createMemoryEngine({ agreement: defaultAgreement });
  await appendEvents(engine, events(), {
    recordedMs: Date.UTC(2026, 1, 28),
    id: 'first',
  });
  const context = { engine, agreement: defaultAgreement, clock: () => Date.UTC(2026, 2, 1) };
  server = await startServer({ app: createApp({ context }), port: 0 });
  overHttp = createClient({ baseUrl: `http://127.0.0.1:${server.port}` });
  inThePage = clientOf(context);
});

afterAll(() => server.close());

/** What came of a question: the answer, or what its error says. */
async function outcome(asked: Promise<unknown>): Promise<unknown> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof SameteamClientError)) throw error;
    const { code, status, title, detail, issues, id } = error;
    return { code, status, title, detail, issues, id };
  }
}

const report = {
  metrics: ['captured', 'captured_to_mql_rate', 'days_to_mql_median', 'bookings'],
  by: ['source.channel'],
};
const cell = { metric: 'captured', dimensions: { 'source.channel': null }, part: 'numerator' } as const;

describe('the client over a socket and the client in the page', () => {
  it.each<[string, (client: SameteamClient) => Promise<unknown>]>([
    ['a report', (client) => client.report({ ...report, grain: 'month' })],
    ['leads', (client) => client.leads({ report, cell, page: { limit: 20 } })],
    ['a metric, explained', (client) => client.explain({ metric: 'captured_to_mql_rate' })],
    [
      'a number, explained',
      (client) =>
        client.explain({
          metric: 'captured',
          report: { by: ['source.channel'], asOf: '2026-02-28T00:00:00Z' },
          dimensions: { 'source.channel': null },
        }),
    ],
    ['a number that is none, explained', (client) => client.explain({ metric: 'won', report: { by: ['owner'] } })],
    ['a history', (client) => client.history('lead/2')],
    ['a history of an awkward id', (client) => client.history('lead/a/7 ü%')],
    ['definitions', (client) => client.metrics()],
    ['values', (client) => client.values('source.channel', { limit: 2 })],
    // Its document is a page, which a server alone has.
    ['the agreement', async (client) => ({ ...(await client.agreement()), document: null })],
    ['health', (client) => client.health()],
    ['an unknown metric', (client) => client.report({ metrics: ['capturd'] })],
    ['an unknown dimension', (client) => client.values('chanel')],
    ['an unknown lead', (client) => client.history('lead/none')],
    ['a request that is none', (client) => client.report({ metrics: [] })],
    ['a limit out of range', (client) => client.values('owner', { limit: 0 })],
    ['a time before the first event', (client) => client.report({ metrics: ['won'], asOf: '2020-01-01T00:00:00Z' })],
    [
      'a number of before the first event, explained',
      (client) => client.explain({ metric: 'won', report: { asOf: '2020-01-01T00:00:00Z' } }),
    ],
    ['a question with no answer', (client) => client.report({ metrics: ['won'], knownAt: '2020-01-01T00:00:00Z' })],
  ])('say the same of %s', async (_name, ask) => {
    const [there, here] = await Promise.all([outcome(ask(overHttp)), outcome(ask(inThePage))]);
    expect(there).toEqual(here);
    expect(there).toBeTypeOf('object');
  });

  it('know the document of the agreement where there is one', async () => {
    const { document } = await overHttp.agreement();
    expect(document).toBe(`http://127.0.0.1:${server.port}/agreement`);
    expect((await fetch(document ?? '')).status).toBe(200);
    expect((await inThePage.agreement()).document).toBeNull();
  });
});
