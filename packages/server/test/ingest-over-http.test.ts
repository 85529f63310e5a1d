import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { defaultAgreement } from '@sameteam/agreement';
import { createClient } from '@sameteam/api/client';
import type { Engine } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { clientOf, createIngest, type ServiceContext } from '@sameteam/service';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../src/create-app.ts';
import type { Logger } from '../src/logger.ts';
import { type RunningServer, startServer } from '../src/start-server.ts';

const run = promisify(execFile);
const logged: unknown[] = [];
let folder: string;
let engine: Engine;
let context: ServiceContext;
let server: RunningServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sameteam-http-'));
  engine = await openDuckDbEngine({ path: join(folder, 'team.duckdb'), agreement: defaultAgreement });
  const own = { engine, agreement: defaultAgreement, clock: Date.now };
  context = { ...own, ingest: createIngest({ ...own, webCrypto: globalThis.crypto }) };
  const logger: Logger = { error: (details) => logged.push(details) };
  server = await startServer({ app: createApp({ context, logger }), port: 0 });
});

afterAll(async () => {
  await server.close();
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const event = (id: string) =>
  ({
    specversion: '1.0',
    id,
    source: '/form',
    type: 'lead.captured',
    subject: `lead/${id}`,
    time: '2026-01-01T11:00:00Z',
    data: { source: { channel: 'email' } },
  }) as const;

const address = (path: string) => `http://127.0.0.1:${server.port}${path}`;

it('curl sends a lead with nothing but -d', async () => {
  const { stdout } = await run('curl', [
    '-s',
    '-w',
    ' %{http_code}',
    '-d',
    'email=a@b.example',
    '-d',
    'source=webinar',
    address('/v1/leads'),
  ]);
  expect(stdout).toMatch(/^\{"verdict":"accepted".*\n 201$/);
  const again = await run('curl', [
    '-s',
    '-w',
    ' %{http_code}',
    '-F',
    'email=a@b.example',
    '-F',
    'source=webinar',
    address('/v1/leads'),
  ]);
  expect(again.stdout).toMatch(/^\{"verdict":"duplicate".*\n 200$/);
});

it('200 senders at once are told the truth: what was accepted is in the store', async () => {
  const client = createClient({ baseUrl: address('') });
  const before = (await engine.imports()).length;
  const answers = await Promise.all(Array.from({ length: 200 }, (_, id) => client.ingest([event(`many-${id}`)])));
  expect(answers.filter(({ accepted }) => accepted === 1)).toHaveLength(200);
  const events = await Promise.all([0, 99, 199].map((id) => engine.events(`lead/many-${id}`)));
  expect(events.map(({ length }) => length)).toEqual([1, 1, 1]);
  expect((await engine.imports()).length - before).toBeLessThan(100);
});

it('the client over a socket and the client in the page are told the same', async () => {
  const overHttp = createClient({ baseUrl: address('') });
  const inThePage = clientOf(context);
  const refused = [{ ...event('x'), time: 'never' }] as const;
  expect(await overHttp.ingest(refused)).toEqual(await inThePage.ingest(refused));
  expect(await overHttp.ingest([])).toEqual(await inThePage.ingest([]));
  const lead = { id: '7', email: 'ann@acme.example' };
  await inThePage.addLead(lead);
  expect(await overHttp.addLead(lead)).toEqual(await inThePage.addLead(lead));
  expect(await overHttp.addLead({ sorce: 'x' })).toEqual(await inThePage.addLead({ sorce: 'x' }));
  expect(await overHttp.quality()).toEqual(await inThePage.quality());
});

it('headers that are bytes are read as the binding says', async () => {
  const { data, ...attributes } = event('binary');
  const headers = Object.entries({ ...attributes, subject: 'lead/%E2%82%AC%2042' }).map(
    ([name, value]) => `-HCe-${name}: ${value}`,
  );
  const body = ['-H', 'content-type: application/json', '-d', JSON.stringify(data)];
  const { stdout } = await run('curl', ['-s', ...headers, ...body, address('/v1/events')]);
  expect(JSON.parse(stdout)).toMatchObject({ accepted: 1, items: [{ subject: 'lead/€ 42' }] });
  const raw = await run('curl', [
    '-s',
    ...headers.slice(0, -2),
    '-HCe-time: 2026-01-01T11:00:00Z',
    '-HCe-subject: lead/é',
    ...body,
    address('/v1/events'),
  ]);
  expect(JSON.parse(raw.stdout)).toMatchObject({
    items: [{ subject: 'lead/é', verdict: 'quarantined', issues: [{ code: 'conflict' }] }],
  });
});

it('a sender that breaks off leaves nothing, and holds nobody up', async () => {
  const body = JSON.stringify([event('half')]);
  const head = `POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length + 10}\r\n\r\n`;
  const socket = connect(server.port, '127.0.0.1', () => socket.write(head + body));
  const client = createClient({ baseUrl: address('') });
  expect(await client.ingest([event('whole')])).toMatchObject({ accepted: 1 });
  socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await engine.events('lead/half')).toEqual([]);
  expect(logged).toEqual([]);
});

it('what is refused before it is read is answered all the same', async () => {
  const body = new Uint8Array(20_000_000);
  for (const [headers, status] of [
    [{ 'content-type': 'application/json' }, 413],
    [{ 'content-type': 'application/json', origin: 'https://evil.example' }, 403],
  ] as const) {
    expect((await fetch(address('/v1/events'), { method: 'POST', headers, body })).status).toBe(status);
  }
  expect((await fetch(address('/v1/health'))).status).toBe(200);
});
