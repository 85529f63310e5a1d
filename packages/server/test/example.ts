import { defaultAgreement } from '@sameteam/agreement';
import { createMemoryEngine } from '@sameteam/metrics';
import { createApp, startServer } from '@sameteam/server';

const engine = createMemoryEngine({ agreement: defaultAgreement });
const app = createApp({ context: { engine, agreement: defaultAgreement, clock: Date.now } });

const server = await startServer({ app, port: 0 });
const response = await fetch(`${server.url}/v1/health`);
const { status, leads } = await response.json();
console.log(response.status, status, leads);
await server.close();
