import { describe, expect, it } from 'vitest';
import { guardHost, isLoopback } from './guard-host.ts';

const answer = () => new Response('numbers');
const ask = (host: string, names: readonly string[] = []) =>
  guardHost(answer, names)(new Request('http://x/', { headers: { host } }));

describe('guardHost', () => {
  it.each([
    'localhost',
    'localhost:4321',
    'LOCALHOST:4321',
    '127.0.0.1:4321',
    '[::1]:4321',
    '[::1]',
    'acme.localhost:80',
    'localhost.',
  ])('answers as %s', async (host) => {
    expect((await ask(host)).status).toBe(200);
  });

  it.each([
    'evil.example',
    'evil.example:4321',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evillocalhost',
    '192.168.1.7:4321',
    '',
  ])('does not answer as "%s"', async (host) => {
    const response = await ask(host);
    expect(response.status).toBe(421);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'host-not-allowed' });
  });

  it('answers as a name that was allowed, and says which are', async () => {
    expect((await ask('Numbers.acme.example:443', ['numbers.acme.example'])).status).toBe(200);
    expect((await (await ask('other.example', ['numbers.acme.example'])).json()).detail).toContain(
      'numbers.acme.example',
    );
  });
});

it('knows the hosts that only this machine reaches', () => {
  expect(['127.0.0.1', '127.1.2.3', 'localhost', '::1'].map(isLoopback)).toEqual([true, true, true, true]);
  expect(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.evil.example', 'acme.example'].map(isLoopback)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
