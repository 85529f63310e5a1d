import { fileURLToPath } from 'node:url';
import { checkOrigins, createApp, startServer } from '@sameteam/server';
import { assetsUrl } from '@sameteam/widgets/assets';
import type { CommandContext } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { ownVersion } from '../own-version.ts';
import { openStore } from '../store/open-store.ts';
import { styleOf } from '../terminal/style.ts';

/** Options of `sameteam serve`, as the command line gives them. */
export interface ServeOptions {
  readonly db: string;
  readonly port: number;
  readonly host: string;
  /** Origins of pages that may embed; `*` is every page. */
  readonly allowOrigin?: readonly string[];
  readonly agreement?: string;
  readonly json?: boolean;
}

/**
 * Answers `sameteam serve`: opens the database, listens, prints the address, and ends when it is told to stop.
 * @throws ServerError `bad-origin`, `port-in-use`, `port-not-allowed`, `host-not-available`, `assets-missing`
 * @throws MetricsError `no-database`, `locked`, `not-a-database`, `newer-database`, `older-database`
 */
export async function runServe(options: ServeOptions, context: CommandContext): Promise<ExitCode> {
  const { allowOrigin: allowOrigins = [] } = options;
  checkOrigins(allowOrigins);
  const store = await openStore(options, context);
  try {
    const app = createApp({
      context: store,
      assets: fileURLToPath(assetsUrl),
      allowOrigins,
      version: ownVersion(),
    });
    const server = await startServer({ app, port: options.port, host: options.host });
    try {
      const { events, leads } = await store.engine.status();
      tell({ url: server.url, db: options.db, events, leads, agreement: store.agreement.name }, options, context);
      await stopped(context.stop);
    } finally {
      await server.close();
    }
  } finally {
    await store.engine.close();
  }
  return exitCodes.done;
}

interface Served {
  readonly url: string;
  readonly db: string;
  readonly events: number;
  readonly leads: number;
  readonly agreement: string;
}

function tell(served: Served, { json, allowOrigin = [] }: ServeOptions, { stdout, stderr, env }: CommandContext): void {
  if (allowOrigin.length > 0) {
    const pages = allowOrigin.includes('*') ? 'every address' : allowOrigin.join(', ');
    stderr.write(`Pages of ${pages} may embed it and read every number.\n`);
  }
  if (json) {
    stdout.write(`${JSON.stringify(served)}\n`);
    return;
  }
  const style = styleOf(stdout, env);
  const count = new Intl.NumberFormat('en');
  stderr.write(`${served.db}: ${count.format(served.leads)} leads, ${count.format(served.events)} events\n`);
  stdout.write(`${style.bold('Sameteam')} is at ${style.cyan(served.url)}\n`);
  stderr.write(`${styleOf(stderr, env).dim('Ctrl-C stops it.')}\n`);
}

function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
