import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultAgreement } from '@sameteam/agreement';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../src/create-app.ts';
import type { Logger } from '../src/logger.ts';
import { type RunningServer, startServer } from '../src/start-server.ts';
import { fakeEngine } from './fake-engine.ts';

const logged: unknown[] = [];
let outside: string;
let server: RunningServer;

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'sameteam-raw-'));
  const assets = join(outside, 'widgets');
  await mkdir(join(assets, 'page'), { recursive: true });
  await writeFile(join(assets, 'page', 'index.html'), '<!doctype html>');
  await writeFile(join(outside, 'secret.txt'), 'hunter2');
  const context = { engine: fakeEngine(), agreement: defaultAgreement, clock: () => 0 };
  const logger: Logger = { error: (details) => logged.push(details) };
  server = await startServer({ app: createApp({ context, assets, logger }), port: 0 });
});

afterAll(async () => {
  await server.close();
  await rm(outside, { recursive: true });
});

/** Sends bytes as they are, which `fetch` would tidy first. */
function send(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(server.port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

const get = (path: string) => send(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);

describe('bytes on the wire', () => {
  it.each([
    '/widgets/../secret.txt',
    '/widgets/../../../../../../etc/passwd',
    '/widgets/..%2f..%2fsecret.txt',
    '/widgets//../secret.txt',
    '/widgets/%2e%2e/secret.txt',
    '/../secret.txt',
    '//secret.txt',
    'http://localhost/widgets/../secret.txt',
  ])('lead nowhere with %s', async (path) => {
    const answer = await get(path);
    expect(answer).toMatch(/^HTTP\/1\.1 (404|400) /);
    expect(answer).not.toMatch(/hunter2|root:/);
  });

  it('find the page in the same way', async () => {
    expect(await get('/')).toMatch(/^HTTP\/1\.1 200 [\s\S]*<!doctype html>/);
  });

  it('without a host are refused', async () => {
    expect(await send('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(await send('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.[01] 4\d\d /);
  });

  it('with two hosts, or a host in the line, are judged by what the browser says', async () => {
    const answer = await send('GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 421 /);
  });

  it('that say less than they announce do not hold the others up', async () => {
    const head =
      'POST /v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"metrics"';
    const socket = connect(server.port, '127.0.0.1', () => socket.write(head));
    expect(await get('/openapi.json')).toMatch(/^HTTP\/1\.1 200 /);
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(logged).toEqual([]);
  });

  it('that announce too much are refused before they are read', async () => {
    const answer = await send(
      'POST /v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\nConnection: close\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"body-too-large"');
  });
});
