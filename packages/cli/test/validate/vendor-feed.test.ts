import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, type TestContext } from 'vitest';
import { hasProgram } from './support/has-program.ts';
import { type Listening, startListening } from './support/start-listening.ts';

const folder = new URL('../../../../examples/vendor-feed/', import.meta.url);
const pathOf = (name: string) => fileURLToPath(new URL(name, folder));

const languages = [
  { name: 'TypeScript', program: process.execPath, args: ['--conditions=@sameteam/source', pathOf('send.ts')] },
  { name: 'Python', program: 'python3', args: [pathOf('send.py')] },
  { name: 'curl', program: 'sh', args: [pathOf('send.sh')], needs: 'curl' },
];

/** A place to try of its own for a test, which goes with it. */
async function listeningFor({ onTestFinished }: TestContext): Promise<Listening> {
  const listening = await startListening();
  onTestFinished(async () => {
    await listening.close();
  });
  return listening;
}

/** Runs a program to its end. */
function run(
  { program, args }: { readonly program: string; readonly args: readonly string[] },
  url: string,
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly exit: number | null; readonly lines: readonly string[]; readonly stderr: string }> {
  const child = spawn(program, [...args, url], { env: { ...process.env, ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit) => resolve({ exit, lines: stdout.trimEnd().split('\n'), stderr }));
  });
}

const ids = [
  '4711',
  '4712',
  '4713',
  '4714',
  '4711',
  '4715',
  '4716',
  '4717',
  'watched-4711',
  'replied-4712',
  'no-more-4714',
];
const refusal =
  'refused     4713 email is a text of 24 characters: it has no at sign. Send a mail address such as ann@acme.example.';

/** What is printed: the third lead is refused, and the fifth is the first one again. */
function printed(verdictOf: (index: number) => string): readonly string[] {
  const lines = ids.map((id, index) => (index === 2 ? refusal : `${verdictOf(index).padEnd(11)} ${id}`));
  return [...lines, '10 of 11 taken'];
}

// Most of the time they wait before they try again.
describe.concurrent.each(languages)('the feed in $name', ({ program, args, needs = program }) => {
  const reason = `there is no ${needs} on this machine`;

  it('sends its leads and events, tells the verdicts, and ends with 3 for the one that is refused', async (test) => {
    if (!(await hasProgram(needs))) return test.skip(reason);
    const listening = await listeningFor(test);
    const { exit, lines, stderr } = await run({ program, args }, listening.url);
    expect(stderr).toBe('');
    expect(lines.map((line) => line.replace('Refused. ', ''))).toEqual(
      printed((index) => (index === 4 ? 'duplicate' : 'accepted')),
    );
    expect(exit).toBe(3);

    const bad = await listening.list('bad');
    expect(bad.items).toMatchObject([
      { kind: 'lead', verdict: 'refused', id: '4713', issues: [{ code: 'no-at', pointer: '/email' }] },
    ]);
    expect(bad.items[0]?.received).toContain('carla(at)initech.example');
    const page = await (await fetch(`${listening.url}/bad`)).text();
    expect(page).toContain('it has no at sign. Send a mail address such as ann@acme.example.');
    const good = await listening.list('good');
    expect(good.items.map(({ subject }) => subject)).toContain('lead/webinar-co:4714');
    expect(good.items.map(({ received }) => received).join()).toContain('은지');
  });

  it('can be run again, and stores nothing twice', async (test) => {
    if (!(await hasProgram(needs))) return test.skip(reason);
    const listening = await listeningFor(test);
    await run({ program, args }, listening.url);
    const { exit, lines } = await run({ program, args }, listening.url);
    expect(lines.map((line) => line.replace('Refused. ', ''))).toEqual(printed(() => 'duplicate'));
    expect(exit).toBe(3);
  });

  it('sends again what got no answer, with the same ids, and its token each time', async (test) => {
    if (!(await hasProgram(needs))) return test.skip(reason);
    const listening = await listeningFor(test);
    const tokens = new Set<string | undefined>();
    const lost = new Set<string>();
    // The leads arrive, and the answers to the first lead and to the events are lost on the way.
    const server = createServer(async (request, response) => {
      tokens.add(request.headers.authorization);
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const answer = await fetch(listening.url + request.url, {
        method: 'POST',
        body: Buffer.concat(chunks),
        headers: { 'content-type': request.headers['content-type'] ?? '' },
      });
      const isLost = !lost.has(request.url ?? '');
      lost.add(request.url ?? '');
      const text = await answer.text();
      response.writeHead(isLost ? 503 : answer.status, { 'content-type': 'application/json' });
      response.end(isLost ? '' : text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { exit, lines } = await run({ program, args }, url, { SAMETEAM_TOKEN: 'secret' });
    server.close();
    const twice = [0, 4, 8, 9, 10];
    expect(lines.map((line) => line.replace('Refused. ', ''))).toEqual(
      printed((index) => (twice.includes(index) ? 'duplicate' : 'accepted')),
    );
    expect(exit).toBe(3);
    expect(tokens).toEqual(new Set(['Bearer secret']));
    const { items } = await listening.list('good');
    expect(items.filter(({ verdict }) => verdict === 'accepted').length).toBe(9);
  });

  it('ends with 1 and a sentence where it is not let in, and where nobody answers', async (test) => {
    if (!(await hasProgram(needs))) return test.skip(reason);
    const server = createServer((_, response) => response.writeHead(401).end('token-missing'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const closed = await run({ program, args }, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.close();
    expect([closed.exit, closed.stderr]).toEqual([1, expect.stringMatching(/\/v1\/leads .*\b401\b/)]);
    const absent = await run({ program, args }, 'http://127.0.0.1:1');
    expect([absent.exit, absent.stderr]).toEqual([1, expect.stringMatching(/127\.0\.0\.1/)]);
  });
});
