import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from './start-server.ts';

const running: RunningServer[] = [];

async function start(
  fetch: (request: Request) => Response | Promise<Response>,
  options: Partial<Parameters<typeof startServer>[0]> = {},
) {
  const server = await startServer({ app: { fetch }, port: 0, ...options });
  running.push(server);
  return server;
}

afterEach(() => Promise.all(running.splice(0).map((server) => server.close())));

const hello = () => new Response('hello');
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What a server answers to bytes as they are: `fetch` would tidy them first. */
function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('startServer', () => {
  it('listens on this machine only, and says where', async () => {
    const server = await start(hello);
    expect(server.host).toBe('127.0.0.1');
    expect(server.port).toBeGreaterThan(0);
    expect(server.url).toBe(`http://localhost:${server.port}`);
    expect(await (await fetch(`http://127.0.0.1:${server.port}/`)).text()).toBe('hello');
  });

  it('says that a port is taken, and what to do', async () => {
    const { port } = await start(hello);
    await expect(startServer({ app: { fetch: hello }, port })).rejects.toMatchObject({
      name: 'ServerError',
      code: 'port-in-use',
      params: { port, host: '127.0.0.1' },
      message: expect.stringMatching(
        new RegExp(`^Cannot listen on 127\\.0\\.0\\.1:${port}: another program .*--port \\d+\\.$`),
      ),
    });
  });

  it('says that there is no such address, and that a port is none', async () => {
    await expect(startServer({ app: { fetch: hello }, port: 0, host: '192.0.2.1' })).rejects.toMatchObject({
      code: 'host-not-available',
    });
    await expect(startServer({ app: { fetch: hello }, port: 70_000 })).rejects.toMatchObject({ code: 'cannot-listen' });
  });

  it('does not answer to a name that is not its own', async () => {
    const { port } = await start(hello);
    const answer = await sendRaw(port, 'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 421 /);
    expect(answer).toContain('"code":"host-not-allowed"');
  });

  it('answers to any name on an address that others reach, unless names are given', async () => {
    const open = await start(hello, { host: '0.0.0.0' });
    const named = await start(hello, { host: '0.0.0.0', allowHosts: ['numbers.acme.example'] });
    const asked = (host: string) => `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
    expect(await sendRaw(open.port, asked('numbers.acme.example'))).toMatch(/ 200 /);
    expect(await sendRaw(named.port, asked('numbers.acme.example'))).toMatch(/ 200 /);
    expect(await sendRaw(named.port, asked('evil.example'))).toMatch(/ 421 /);
  });

  it('lets a running request finish when it closes, takes no new one, and does not wait for idle connections', async () => {
    const server = await start(async () => {
      await wait(150);
      return new Response('done');
    });
    const idle = connect(server.port, '127.0.0.1');
    const answer = fetch(`http://127.0.0.1:${server.port}/`).then((response) => response.text());
    await wait(50);
    const startedMs = performance.now();
    const closing = server.close();
    await expect(fetch(`http://127.0.0.1:${server.port}/`)).rejects.toThrow();
    expect(await answer).toBe('done');
    await closing;
    expect(performance.now() - startedMs).toBeLessThan(1500);
    await server.close();
    idle.destroy();
  });

  it('cuts a request that does not finish within 2 seconds', async () => {
    const server = await start(() => new Promise<Response>(() => undefined));
    const failure = fetch(`http://127.0.0.1:${server.port}/`).catch((error: unknown) => error);
    await wait(50);
    const startedMs = performance.now();
    await server.close();
    expect(performance.now() - startedMs).toBeLessThan(3500);
    expect(await failure).toBeInstanceOf(TypeError);
  });

  it('leaves Request and Response of the program as they are', async () => {
    const before = [globalThis.Request, globalThis.Response];
    await start(hello);
    expect([globalThis.Request, globalThis.Response]).toEqual(before);
  });
});
