import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { testContext } from '../../src/test-support/test-context.ts';
import { runTarget } from '../../src/validate/target/run-target.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type Listening, startListening } from './support/start-listening.ts';

const running: Listening[] = [];
afterEach(async () => {
  for (const it of running.splice(0)) expect(await it.close()).toBe(0);
});

async function listening(...options: Parameters<typeof startListening>): Promise<Listening> {
  const it = await startListening(...options);
  running.push(it);
  return it;
}

const event = (id: string, changes: object = {}) => ({
  ...{ specversion: '1.0', id, source: '/vendor', type: 'lead.captured', subject: `lead/${id}` },
  ...{ time: '2025-09-01T09:00:00Z', data: { source: { channel: 'webinar' } } },
  ...changes,
});

const post = (url: string, body: unknown, type = 'application/json') =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('sameteam validate --listen', () => {
  it('keeps every promise that --target tries', async () => {
    const { url } = await listening();
    const context = testContext({ now: Date.now });
    const exit = await runTarget({ target: url, json: true }, context);
    const report = JSON.parse(context.written.stdout) as {
      readonly promises: readonly { readonly passed: boolean; readonly id: string; readonly breach: object | null }[];
    };
    expect(report.promises.filter(({ passed }) => !passed)).toEqual([]);
    expect(report.promises.length).toBeGreaterThan(40);
    expect(exit).toBe(0);
  });

  it('refuses a body that is too large while it is being sent, every time', async () => {
    const { url } = await listening();
    for (let run = 0; run < 10; run++) {
      const context = testContext({ now: Date.now });
      await runTarget({ target: url, json: true }, context);
      expect(context.written.stdout).toContain('"failed":0');
    }
  });

  it('takes the line that it shows, by curl itself', async (test) => {
    const { url, printed } = await listening();
    const line = ['-s', '-d', 'email=a@b.example', '-d', 'source=webinar', `${url}/v1/leads`];
    const ran = await promisify(execFile)('curl', line).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return null;
    });
    if (ran === null) return test.skip('there is no curl on this machine');
    expect(JSON.parse(ran.stdout)).toMatchObject({ verdict: 'accepted', issues: [] });
    expect(printed()).toMatch(/^\d\d:\d\d:\d\d {2}accepted {5}flat lead lead\/web:[0-9a-f]{32}$/m);
  });

  it('says where it is, what to try, and that nothing is kept', async () => {
    const context = testContext({ now: Date.now });
    const { url, printed } = await listening({}, { stderr: context.stderr });
    expect(printed()).toBe(`Takes leads at ${url}, and shows them at ${url}/good and ${url}/bad\n`);
    expect(context.written.stderr).toContain(
      `Try: curl -d email=a@b.example -d source=webinar ${url}/v1/leads\nNothing is kept when it ends.`,
    );
  });

  it('shows what was taken and what was not, with place, code, found, expected and nearest', async () => {
    const { url, list, printed } = await listening();
    await post(`${url}/v1/events`, [
      event('1'),
      event('2', { data: { contat: {} } }),
      event('1'),
      event('1', { data: { source: { channel: 'other' } } }),
    ]);
    await post(`${url}/v1/leads`, { id: '9', emial: 'a@b.example' });
    const good = await list('good');
    expect(good.items.map(({ verdict, id, subject, type }) => [verdict, id, subject, type])).toEqual([
      ['duplicate', '1', 'lead/1', 'lead.captured'],
      ['accepted', '1', 'lead/1', 'lead.captured'],
    ]);
    const bad = await list('bad');
    expect(bad.total).toBe(3);
    expect(bad.items.map(({ kind, verdict, id }) => [kind, verdict, id])).toEqual([
      ['lead', 'refused', '9'],
      ['event', 'quarantined', '1'],
      ['event', 'quarantined', '2'],
    ]);
    expect(bad.items[0]?.issues[0]).toMatchObject({ code: 'unknown-field', pointer: '/emial', nearest: 'email' });
    expect(bad.items[1]?.issues).toMatchObject([{ code: 'conflict' }]);
    expect(bad.items[2]?.issues).toMatchObject([
      {
        code: 'unknown-field',
        pointer: '/data/contat',
        found: '"contat"',
        nearest: 'contact',
        expected: expect.any(String),
        message: expect.stringContaining('Did you mean "contact"?'),
      },
    ]);
    expect(JSON.parse(bad.items[2]?.received ?? '')).toEqual(event('2', { data: { contat: {} } }));
    expect(printed()).toMatch(
      /quarantined {2}lead\.captured lead\/2 {2}\/data\/contat is not known.*Did you mean "contact"\?\n/,
    );
  });

  it('answers with a page or with JSON, as it is asked, under a strict policy', async () => {
    const { url } = await listening();
    await post(`${url}/v1/leads`, { email: 'nobody' });
    for (const path of ['/', '/good', '/bad', '/quality', '/templates']) {
      const page = await fetch(url + path);
      expect(page.headers.get('content-type'), path).toBe('text/html; charset=utf-8');
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe');
      const text = await page.text();
      expect(text).toContain('<html lang="en">');
      expect(text, path).not.toMatch(/<style|\sstyle=|<script(?! type="module" src=)|\son\w+=/);
    }
    for (const path of ['/', '/good', '/bad', '/quality']) {
      const data = await fetch(url + path, { headers: { accept: 'application/json' } });
      expect(data.headers.get('content-type'), path).toContain('application/json');
      await data.json();
    }
    expect(await (await fetch(`${url}/bad`, { headers: { accept: 'application/json' } })).json()).toMatchObject({
      total: 1,
      limit: 1000,
      items: [{ kind: 'lead', verdict: 'refused' }],
    });
  });

  it('escapes everything that arrives, on every page and in the terminal', async () => {
    const { url, printed } = await listening();
    const evil = `"><script>alert(1)</script><img src=x onerror='alert(2)'>\u001b[31m`;
    await post(`${url}/v1/events`, [
      event('1', { subject: `lead/${evil}`, source: `/${evil}` }),
      event(evil, { type: evil }),
      event('2', { [evil]: { [evil]: 1 }, data: { [evil]: evil } }),
    ]);
    await post(`${url}/v1/leads`, { id: evil, email: 'a@b.example', [evil]: evil });
    await post(`${url}/v1/leads`, { id: evil, email: 'a@b.example', source: evil, company: evil });
    await post(`${url}/v1/events`, evil);
    await post(`${url}/v1/events`, '{}', 'text/html');
    for (const path of ['/', '/good', '/bad', '/quality', '/bad/news?after=0', '/good/news', '/quality/news']) {
      const response = await fetch(url + path);
      const isData = response.headers.get('content-type')?.includes('json') === true;
      const text = isData ? ((await response.json()) as { readonly rows: string }).rows : await response.text();
      expect(text, path).not.toMatch(/<script>|<img/);
      expect(text, path).not.toContain('\u001b');
    }
    expect((await (await fetch(`${url}/bad`)).text()).match(/&lt;script&gt;/g)?.length).toBeGreaterThan(4);
    expect(printed()).not.toContain('\u001b');
  });

  it('tells requests that could not be read, and what was in them', async () => {
    const { url, list } = await listening();
    expect((await post(`${url}/v1/events`, '{"id": "4', 'application/json')).status).toBe(400);
    expect((await post(`${url}/v1/leads`, 'email=a', 'text/plain')).status).toBe(415);
    const { items } = await list('bad');
    expect(items.map(({ kind, issues, received }) => [kind, issues[0]?.code, received])).toEqual([
      ['request', 'unsupported-media-type', 'email=a'],
      ['request', 'malformed-json', '{"id": "4'],
    ]);
  });

  it('keeps the latest 1,000 of each, counts all, and does not flood the terminal', async () => {
    const { url, list, printed } = await listening();
    const batch = Array.from({ length: 2500 }, (_, index) => (index % 2 === 0 ? event(`e${index}`) : { index }));
    const response = await post(`${url}/v1/events`, batch);
    expect(await response.json()).toMatchObject({ accepted: 1250, quarantined: 1250 });
    const good = await list('good');
    expect([good.total, good.items.length, good.items[0]?.id]).toEqual([1250, 1000, 'e2498']);
    expect((await list('bad')).items[0]?.received).toBe('{\n  "index": 2499\n}');
    expect(printed().split('\n').length).toBeLessThan(30);
    expect(printed()).toContain('and 2480 more of the same request: see /good and /bad\n');
    expect(await (await fetch(`${url}/good`)).text()).toContain('The latest 1,000 are kept');
  });

  it('tells the quality by source, by the fields that an agreement requires', async () => {
    const cwd = tempFolder();
    const terms = 'terms: { lead: { means: A lead., entered: marketing, requires: [contact.email, source.channel] } }';
    const template = fileURLToPath(import.meta.resolve('@sameteam/agreement/templates/small-team.yaml'));
    writeFileSync(join(cwd, 'agreement.yaml'), `${readFileSync(template, 'utf8')}\n${terms}\n`);
    const { url } = await listening({ agreement: 'agreement.yaml' }, { cwd });
    await post(`${url}/v1/events`, [
      event('1'),
      event('2', { data: { contact: { email: 'a@b.example' }, source: { channel: 'webinar' } } }),
    ]);
    const report = (await (await fetch(`${url}/quality.json`)).json()) as { readonly sources: readonly object[] };
    expect(report.sources).toMatchObject([
      {
        source: '/vendor',
        received: 2,
        complete: [
          { field: 'contact.email', present: 1, of: 2, share: 0.5 },
          { field: 'source.channel', share: 1 },
        ],
      },
    ]);
    const page = await (await fetch(`${url}/quality`)).text();
    expect(page).toMatch(/Complete: contact\.email<\/th><td class="figure">50\.0 %<\/td><td>1 of 2</);
  });

  it('gives templates and examples of every type of event, which it takes itself', async () => {
    const { url } = await listening();
    const page = await (await fetch(`${url}/templates`)).text();
    const types = [...page.matchAll(/href="\/templates\/([a-z._]+)\.json"/g)].map(([, type]) => type);
    expect(types.length).toBeGreaterThan(50);
    const examples = await Promise.all(
      types.map(async (type) => (await fetch(`${url}/templates/${type}.json`)).json() as Promise<object>),
    );
    const old = examples.map((it) => ({ ...it, time: '2025-09-01T09:00:00Z' }));
    const answer = await (await post(`${url}/v1/events`, old)).json();
    expect(answer).toMatchObject({ received: types.length, accepted: types.length });
    const csv = await fetch(`${url}/templates/lead.captured.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await csv.text()).toMatch(/^id,source,type,subject,time,/);
    expect((await fetch(`${url}/templates/lead.nothing.csv`)).status).toBe(404);
  });

  it('prints JSON, one object a line', async () => {
    const { url, printed } = await listening({ json: true });
    await post(`${url}/v1/leads`, { id: '1', email: 'a@b.example' });
    await post(`${url}/v1/leads`, { id: '2' });
    const [head, ...arrivals] = printed()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    expect(head).toMatchObject({ url, good: `${url}/good`, bad: `${url}/bad`, quality: `${url}/quality` });
    expect(arrivals).toMatchObject([
      { number: 1, verdict: 'accepted', id: '1' },
      { number: 2, verdict: 'refused', id: '2' },
    ]);
  });

  it('takes nothing from a page of another origin, and shows it nothing', async () => {
    const { url } = await listening();
    const headers = { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' };
    const sent = await fetch(`${url}/v1/leads`, { method: 'POST', headers, body: 'email=a@b.example' });
    expect(sent.status).toBe(403);
    const read = await fetch(`${url}/good.json`, { headers });
    expect(read.headers.get('access-control-allow-origin')).toBeNull();
    expect(read.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  it('says who else can see what is sent, where other machines reach it', async () => {
    const { written, stderr } = testContext();
    await listening({ host: '0.0.0.0' }, { stderr });
    expect(written.stderr).toContain(
      'Whoever reaches this machine as 0.0.0.0 can send, and can see what others have sent.',
    );
    await listening({ host: '127.0.0.1' }, { stderr });
    expect(written.stderr.match(/Whoever/g)).toHaveLength(1);
  });

  it('says that its port is taken', async () => {
    const { url } = await listening();
    const again = startListening({ port: Number(new URL(url).port) });
    await expect(again).rejects.toMatchObject({ code: 'port-in-use' });
  });
});
