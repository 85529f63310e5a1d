import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultAgreement } from '@sameteam/agreement';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSmallDatabase } from '../test-support/small-database.ts';
import { type TestContext, testContext } from '../test-support/test-context.ts';
import { runServe, type ServeOptions } from './run-serve.ts';
import type { Served } from './tell-served.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sameteam-serve-'));
  await makeSmallDatabase(join(folder, 'made.duckdb'));
  copyFileSync(join(folder, 'made.duckdb'), join(folder, 'team.duckdb'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Use {
  readonly url: string;
  readonly served: Served;
  readonly context: TestContext;
}

/** Serves on a free port while `use` runs. */
async function whileServed(
  { token, ...options }: Partial<ServeOptions> & { readonly token?: string },
  use: (served: Use) => Promise<void>,
): Promise<void> {
  let listens: (line: string) => void = () => undefined;
  const printed = new Promise<string>((resolve) => {
    listens = resolve;
  });
  const context = testContext({
    cwd: folder,
    env: { SAMETEAM_INGEST_TOKEN: token },
    now: Date.now,
    stdout: { write: listens, isTerminal: false, columns: 80 },
  });
  const serving = runServe({ db: 'team.duckdb', port: 0, host: '127.0.0.1', json: true, ...options }, context);
  try {
    const line = await Promise.race([printed, serving.then(String)]);
    const served = options.json === false ? ({} as Served) : (JSON.parse(line) as Served);
    await use({ url: served.url, served, context });
  } finally {
    context.abort();
    await serving;
  }
}

const preflight = (url: string, origin: string, path = '/v1/reports') =>
  fetch(`${url}${path}`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  });

describe('sameteam serve --allow-origin', () => {
  const intranet = 'https://intranet.example.com';
  const portal = 'http://portal.example.com:8080';

  it('lets pages of each named origin ask, and no others, and says whom', async () => {
    await whileServed({ allowOrigin: [intranet, portal], readOnly: true }, async ({ url, context }) => {
      for (const origin of [intranet, portal]) {
        const response = await preflight(url, origin);
        expect(response.status).toBe(204);
        expect(response.headers.get('access-control-allow-origin')).toBe(origin);
        expect(response.headers.get('access-control-allow-headers')).toContain('content-type');
        const script = await fetch(`${url}/widgets/sameteam-widgets.js`, { headers: { origin } });
        expect(script.headers.get('access-control-allow-origin')).toBe(origin);
        expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      }
      const other = await preflight(url, 'https://intranet.example.com.evil.example');
      expect(other.headers.get('access-control-allow-origin')).toBeNull();
      expect(context.written.stderr).toBe(`Pages of ${intranet}, ${portal} may embed it and read every number.\n`);
    });
  });

  it('lets every page ask only where * is written', async () => {
    await whileServed({ allowOrigin: ['*'] }, async ({ url, context }) => {
      expect((await preflight(url, portal)).headers.get('access-control-allow-origin')).toBe('*');
      expect(context.written.stderr).toBe('Pages of every address may embed it, read every number and send leads.\n');
    });
    await whileServed({}, async ({ url, context }) => {
      expect((await preflight(url, portal)).status).toBe(405);
      expect((await fetch(`${url}/v1/health`)).headers.get('access-control-allow-origin')).toBeNull();
      expect(context.written.stderr).toBe('');
    });
  });
});

const form = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body: new URLSearchParams(fields).toString(),
});

const sendLead = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${url}/v1/leads`, form(fields, headers));

const captured = async (url: string) => {
  const response = await fetch(`${url}/v1/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ metrics: ['captured'] }),
  });
  return ((await response.json()) as { rows: { value: number }[] }).rows[0]?.value as number;
};

describe('sameteam serve takes leads', () => {
  it('which are in the numbers at once, and on the disk', async () => {
    await whileServed({}, async ({ url, served }) => {
      expect(served.ingest).toBe(true);
      const before = await captured(url);
      const response = await sendLead(url, { email: 'ann@acme.example', source: 'webinar', id: '7' });
      expect([response.status, await response.json()]).toMatchObject([201, { verdict: 'accepted' }]);
      expect((await sendLead(url, { email: 'ann@acme.example', source: 'webinar', id: '7' })).status).toBe(200);
      expect(await captured(url)).toBe(before + 1);
      expect(((await (await fetch(`${url}/v1/health`)).json()) as { leads: number }).leads).toBe(served.leads + 1);
    });
    await whileServed({ readOnly: true }, async ({ url }) => {
      expect((await sendLead(url, { email: 'ben@acme.example', source: 'webinar' })).status).toBe(403);
      expect(await captured(url)).toBeGreaterThan(0);
    });
  });

  it('and finishes those on their way when it is told to stop', async () => {
    copyFileSync(join(folder, 'made.duckdb'), join(folder, 'stopped.duckdb'));
    const events = Array.from({ length: 5000 }, (_, n) => ({
      ...{ specversion: '1.0', id: `e${n}`, source: '/feed', type: 'lead.captured', subject: `lead/feed-${n}` },
      ...{ time: '2026-04-01T12:00:00Z', data: { source: { channel: 'feed' } } },
    }));
    let answer: Promise<Response> = Promise.reject(new Error('never sent'));
    answer.catch(() => undefined);
    let leads = 0;
    await whileServed({ db: 'stopped.duckdb' }, async ({ url, served }) => {
      ({ leads } = served);
      answer = fetch(`${url}/v1/events`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(events),
      });
      answer.catch(() => undefined);
      // By when this is answered the events have arrived, or are being committed.
      await fetch(`${url}/v1/health`);
    });
    const response = await answer;
    expect([response.status, await response.json()]).toMatchObject([200, { accepted: 5000 }]);
    const engine = await openDuckDbEngine({ path: join(folder, 'stopped.duckdb'), readOnly: true });
    expect((await engine.status()).leads).toBe(leads + 5000);
    await engine.close();
  });

  it('from other machines only with a token, and says so where there is none', async () => {
    await whileServed({ host: '0.0.0.0' }, async ({ url, served, context }) => {
      expect(served.ingest).toBe(false);
      expect(context.written.stderr).toMatch(/^No leads are taken: other machines reach 0\.0\.0\.0, .*\n$/);
      expect((await sendLead(url, { email: 'a@acme.example' })).status).toBe(403);
    });
    await whileServed({ host: '0.0.0.0', token: 's3cret' }, async ({ url, served, context }) => {
      expect([served.ingest, context.written.stderr]).toEqual([true, '']);
      const lead = { email: 'cid@acme.example', source: 'fair' };
      expect((await sendLead(url, lead)).status).toBe(401);
      expect((await sendLead(url, lead, { authorization: 'Bearer other' })).status).toBe(401);
      expect((await sendLead(url, lead, { authorization: 'Bearer s3cret' })).status).toBe(201);
      expect((await fetch(`${url}/v1/health`)).status).toBe(200);
    });
  });

  it('and tells people where, and what follows of an agreement that is tried', async () => {
    await whileServed({ json: false, token: 's3cret' }, async ({ context }) => {
      expect(context.written.stderr).toMatch(
        /^team\.duckdb: \d+ leads, [\d,]+ events\nLeads: POST http:\/\/localhost:\d+\/v1\/leads, with the token: -H "Authorization: Bearer …"\nCtrl-C stops it\.\n$/,
      );
    });
    writeFileSync(join(folder, 'tried.json'), JSON.stringify({ ...defaultAgreement, name: 'Tried' }));
    await whileServed({ agreement: 'tried.json' }, async ({ served, context }) => {
      expect(served.agreement).toBe('Tried');
      expect(context.written.stderr).toBe(
        'The agreement tried.json judges team.duckdb from the first lead on that arrives here.\n',
      );
    });
    await whileServed({ json: false, readOnly: true }, async ({ context }) => {
      expect(context.written.stderr).not.toContain('Leads:');
    });
  });

  it('into a new database where that is asked for', async () => {
    const db = 'new/empty.duckdb';
    const send = (url: string) =>
      fetch(`${url}/v1/leads`, { method: 'POST', body: new URLSearchParams({ email: 'a@b.example' }) });
    await whileServed({ db, new: true }, async ({ url, served }) => {
      expect(served).toMatchObject({ events: 0, leads: 0, ingest: true });
      expect((await send(url)).status).toBe(201);
    });
    await whileServed({ db, new: true }, async ({ served }) => expect(served).toMatchObject({ events: 1, leads: 1 }));
  });

  it('into no database that is not there', async () => {
    const context = testContext({ cwd: folder });
    const options = { db: 'none.duckdb', port: 0, host: '127.0.0.1' };
    await expect(runServe(options, context)).rejects.toMatchObject({ code: 'no-database' });
    await expect(openDuckDbEngine({ path: join(folder, 'none.duckdb'), readOnly: true })).rejects.toMatchObject({
      code: 'no-database',
    });
  });
});
