// @ts-check
import { createServer } from 'node:net';
import { PlainError } from './plain-error.mjs';

/**
 * Fails early, before minutes of work, when nobody could listen on a port.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<void>}
 */
export function checkPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => reject(portError(port, host, error)));
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

/**
 * @param {number} port
 * @param {string} host
 * @param {NodeJS.ErrnoException} error
 */
function portError(port, host, error) {
  const other = port < 65_535 ? port + 1 : 4321;
  if (error.code === 'EADDRINUSE') {
    const message = `Cannot serve on port ${port}: another program uses it. Stop that program, or choose another port: npm start -- --port ${other}`;
    return new PlainError(message, { exitCode: 5, cause: error });
  }
  if (error.code === 'EACCES') {
    const message = `Cannot serve on port ${port}: this user may not listen there. Choose a port above 1023: npm start -- --port 4321`;
    return new PlainError(message, { exitCode: 4, cause: error });
  }
  return new PlainError(
    `Cannot serve on ${host}:${port}: ${error.message}. Choose another address with --host and --port.`,
    {
      cause: error,
    },
  );
}
