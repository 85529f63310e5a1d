import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkOrigins, createApp, startServer } from '@sameteam/server';
import { createIngest } from '@sameteam/service';
import { assetsUrl } from '@sameteam/widgets/assets';
import type { CommandContext } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { makeDatabase } from '../import/make-database.ts';
import { ownVersion } from '../own-version.ts';
import { openStore } from '../store/open-store.ts';
import { followedIngest } from './followed-ingest.ts';
import { type TellOptions, tellServed } from './tell-served.ts';
import { type WayInOptions, wayIn } from './way-in.ts';

/** Options of `sameteam serve`, as the command line gives them. */
export interface ServeOptions extends WayInOptions, TellOptions {
  readonly port: number;
  /** Makes the database where there is none. */
  readonly new?: boolean;
}

/**
 * Answers `sameteam serve`: opens the database, listens, prints the address, and ends when it is told to stop, once all
 * that was sent before is on disk.
 * @throws ServerError `bad-origin`, `port-in-use`, `port-not-allowed`, `host-not-available`, `assets-missing`
 * @throws CliError `no-file`, `bad-token`, `bad-agreement`, `no-folder`, `database-not-made`
 * @throws MetricsError `no-database`, `locked`, `not-a-database`, `newer-database`, `older-database`
 */
export async function runServe(options: ServeOptions, context: CommandContext): Promise<ExitCode> {
  const { allowOrigin: allowOrigins = [] } = options;
  checkOrigins(allowOrigins);
  const { isOpen, token, notice } = wayIn(options, context);
  if (options.new === true && isOpen) await makeDatabase(resolve(context.cwd, options.db), { named: options.db });
  const store = await openStore({ ...options, isWritten: isOpen }, context);
  const ingest = isOpen ? followedIngest(createIngest({ ...store, webCrypto: globalThis.crypto })) : undefined;
  try {
    const app = createApp({
      context: { ...store, ingest },
      assets: fileURLToPath(assetsUrl),
      allowOrigins,
      ...(token === null ? {} : { ingestToken: token }),
      version: ownVersion(),
    });
    const server = await startServer({ app, port: options.port, host: options.host });
    try {
      const { events, leads } = await store.engine.status();
      const { name: agreement } = store.agreement;
      const served = { url: server.url, db: options.db, events, leads, agreement, ingest: isOpen };
      tellServed({ served, notice, needsToken: token !== null }, options, context);
      await stopped(context.stop);
    } finally {
      await server.close();
      await ingest?.ended();
    }
  } finally {
    await store.engine.close();
  }
  return exitCodes.done;
}

function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
