import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSloppyEndpoint } from './sloppy-endpoint.ts';

/**
 * A faithful endpoint behind a line that has its troubles.
 * @param trouble looks at a request before it is passed on; `true` keeps it from being passed on
 */
export async function startTroubledEndpoint(
  trouble: (request: IncomingMessage, response: ServerResponse) => boolean,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const faithful = await startSloppyEndpoint();
  const server = createServer(async (request, response) => {
    if (trouble(request, response)) return;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = Object.entries(request.headers)
      .filter(([name]) => name === 'content-type' || name.startsWith('ce-'))
      .map(([name, value]): [string, string] => [name, String(value)]);
    const answer = await fetch(faithful.url + request.url, {
      method: request.method ?? 'POST',
      headers,
      ...(request.method === 'POST' ? { body: Buffer.concat(chunks) } : {}),
    });
    for (const name of ['content-type', 'allow']) response.setHeader(name, answer.headers.get(name) ?? '');
    response.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await faithful.close();
    },
  };
}
