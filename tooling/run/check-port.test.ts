import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { checkPort } from './check-port.mjs';

it('says that a port is taken and names another', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await expect(checkPort(port, '127.0.0.1')).rejects.toThrow(
    `Cannot serve on port ${port}: another program uses it. Stop that program, or choose another port: npm start -- --port ${port + 1}`,
  );
  await new Promise((resolve) => server.close(resolve));
  await expect(checkPort(port, '127.0.0.1')).resolves.toBeUndefined();
});
