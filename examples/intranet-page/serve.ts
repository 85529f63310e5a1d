/**
 * The intranet and Sameteam, each on an origin of its own: `node examples/intranet-page/serve.ts DB`. Further arguments
 * are the port of Sameteam and that of the intranet, 4321 and 8080 unless told; 0 takes any free one.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { createApp, startServer } from '@sameteam/server';
import { assetsUrl } from '@sameteam/widgets/assets';

const [path = '.sameteam/demo.duckdb', port = '4321', pagePort = '8080'] = process.argv.slice(2);
const html = readFileSync(new URL('index.html', import.meta.url), 'utf8');
let numbersUrl = 'http://localhost:4321';

const intranet = createServer((request, response) => {
  const isPage = request.url === '/';
  response.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
  response.end(isPage ? html.replaceAll('http://localhost:4321', numbersUrl) : 'There is nothing here.');
});
await new Promise<void>((resolve, reject) => {
  intranet.once('error', reject).listen(Number(pagePort), '127.0.0.1', resolve);
});
const intranetUrl = `http://localhost:${(intranet.address() as AddressInfo).port}`;

const engine = await openDuckDbEngine({ path, readOnly: true });
const app = createApp({
  context: { engine, agreement: engine.agreement, clock: Date.now },
  assets: fileURLToPath(assetsUrl),
  // Whoever opens a page of this origin sees the numbers, and no page of another origin does.
  allowOrigins: [intranetUrl],
});
const numbers = await startServer({ app, port: Number(port) });
numbersUrl = numbers.url;
console.log(`Sameteam answers at ${numbersUrl}\nThe intranet is at ${intranetUrl}`);

async function stop(): Promise<void> {
  intranet.close();
  intranet.closeAllConnections();
  await numbers.close();
  await engine.close();
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
