import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { guardHost, isLoopback } from './guard-host.ts';
import { followConnections, type OpenConnections } from './open-connections.ts';
import { ServerError } from './server-error.ts';

/** Where an app is served. */
export interface ServerOptions {
  readonly app: Pick<Hono, 'fetch'>;
  /** 0 takes any free port. */
  readonly port: number;
  /** Address to listen on; 127.0.0.1, this machine only, unless told. */
  readonly host?: string | undefined;
  /**
   * Names by which the server may be called, beside those of this machine. Absent: these only on a loopback address,
   * any name on another one.
   */
  readonly allowHosts?: readonly string[] | undefined;
}

/** A server that listens. */
export interface RunningServer {
  /** Address for people: `http://localhost:4321`. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** Takes no new request, lets running ones finish, and cuts what still runs after 2 seconds. Can be called again. */
  close(): Promise<void>;
}

const closeWithinMs = 2000;
const sweepEveryMs = 20;

/**
 * Serves an app over HTTP.
 * @returns once it listens
 * @throws ServerError `port-in-use`, `port-not-allowed`, `host-not-available`, `cannot-listen`
 * @example
 * const server = await startServer({ app: createApp({ context }), port: 4321 });
 * process.once('SIGINT', () => server.close());
 */
export async function startServer({
  app,
  port,
  host = '127.0.0.1',
  allowHosts,
}: ServerOptions): Promise<RunningServer> {
  const isGuarded = allowHosts !== undefined || isLoopback(host);
  const server = createAdaptorServer({
    fetch: isGuarded ? guardHost(app.fetch, allowHosts ?? []) : app.fetch,
    hostname: host,
    // The program around it keeps its own Request and Response.
    overrideGlobalObjects: false,
  }) as Server;
  const connections = followConnections(server);
  try {
    await listen(server, { port, host });
  } catch (cause) {
    throw listenError(cause as NodeJS.ErrnoException, { port, host });
  }
  const { port: boundPort } = server.address() as AddressInfo;
  const named = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  let closing: Promise<void> | null = null;
  return {
    url: `http://${named}:${boundPort}`,
    host,
    port: boundPort,
    close: () => (closing ??= close(server, connections)),
  };
}

function listen(server: Server, { port, host }: { readonly port: number; readonly host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** An answer that ends leaves its connection open for the next request: look again until all are gone. */
function close(server: Server, connections: OpenConnections): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => connections.endIdle(), sweepEveryMs);
    const cut = setTimeout(() => server.closeAllConnections(), closeWithinMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
    connections.endIdle();
  });
}

function listenError(
  cause: NodeJS.ErrnoException,
  { port, host }: { readonly port: number; readonly host: string },
): ServerError {
  switch (cause.code) {
    case 'EADDRINUSE':
      return new ServerError('port-in-use', { port, host }, { cause });
    case 'EACCES':
      return new ServerError('port-not-allowed', { port }, { cause });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ServerError('host-not-available', { host }, { cause });
    default:
      return new ServerError('cannot-listen', { port, host, reason: cause.message }, { cause });
  }
}
