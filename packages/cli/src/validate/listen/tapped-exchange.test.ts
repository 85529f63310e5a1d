import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type TappedExchange, tapIngest } from './tapped-exchange.ts';

/** A tap on a server that answers the length of each body. */
function tapped(answer: (request: Request) => Promise<Response>) {
  const seen: TappedExchange[] = [];
  return { seen, fetch: tapIngest(answer, (exchange) => seen.push(exchange)) };
}

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  new Request(`http://localhost${path}`, { method: 'POST', body, headers });

describe('tapIngest', () => {
  it('sees what is posted and what is answered, and changes neither', async () => {
    const { seen, fetch } = tapped(async (request) => Response.json({ got: await request.text() }, { status: 422 }));
    const response = await fetch(post('/v1/events', 'a body', { 'ce-id': '1' }));
    expect([response.status, await response.json()]).toEqual([422, { got: 'a body' }]);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ path: '/v1/events', status: 422, answer: { got: 'a body' } });
    expect(seen[0]?.headers.get('ce-id')).toBe('1');
    expect(String(seen[0]?.body)).toBe('a body');
  });

  it('looks at nothing else', async () => {
    const { seen, fetch } = tapped(async () => new Response('ok'));
    await fetch(new Request('http://localhost/v1/events'));
    await fetch(post('/v1/reports', '{}'));
    expect(seen).toEqual([]);
  });

  it('leaves a body unread that the server does not read', async () => {
    const { seen, fetch } = tapped(async () => Response.json({ code: 'body-too-large' }, { status: 413 }));
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(65_536));
        if (++pulled === 200) controller.close();
      },
    });
    const init: RequestInit & { readonly duplex: 'half' } = { method: 'POST', body, duplex: 'half' };
    expect((await fetch(new Request('http://localhost/v1/leads', init))).status).toBe(413);
    expect(pulled).toBeLessThan(5);
    expect(seen[0]?.status).toBe(413);
  });

  it('keeps no more of a body than the contract reads', async () => {
    const { seen, fetch } = tapped(async (request) => Response.json({ length: (await request.text()).length }));
    const response = await fetch(post('/v1/leads', 'x'.repeat(20_000_000)));
    expect(await response.json()).toEqual({ length: 20_000_000 });
    expect(seen[0]?.body.byteLength).toBeLessThan(9_000_000);
  });

  it('reads packed answers, and sends them on packed', async () => {
    const packed = gzipSync('{"verdict":"accepted"}');
    const { seen, fetch } = tapped(async () => new Response(packed, { headers: { 'content-encoding': 'gzip' } }));
    const response = await fetch(post('/v1/leads', '{}'));
    expect(String(gunzipSync(Buffer.from(await response.arrayBuffer())))).toBe('{"verdict":"accepted"}');
    expect(seen[0]?.answer).toEqual({ verdict: 'accepted' });
  });
});
