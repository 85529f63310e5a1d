import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkOrigins, createApp, replaceableContext, startServer } from '@sameteam/server';
import { assetsUrl } from '@sameteam/widgets/assets';
import type { JudgedBy } from '../agreement/judge-by.ts';
import type { CommandContext } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { makeDatabase } from '../import/make-database.ts';
import { ownVersion } from '../own-version.ts';
import { followAgreement } from './follow-agreement.ts';
import { openServed } from './open-served.ts';
import { type TellOptions, tellServed } from './tell-served.ts';
import { type WayInOptions, wayIn } from './way-in.ts';

/** Options of `sameteam serve`, as the command line gives them. */
export interface ServeOptions extends WayInOptions, TellOptions {
  readonly port: number;
  /** Makes the database where there is none. */
  readonly new?: boolean;
  /** Time between two looks at the files of the agreement; two seconds unless told. */
  readonly lookEveryMs?: number;
}

/**
 * Answers `sameteam serve`: opens the database, listens, prints the address, and ends when it is told to stop, once all
 * that was sent before is on disk. A version of the named agreement that is signed meanwhile judges from then on.
 * @throws ServerError `bad-origin`, `port-in-use`, `port-not-allowed`, `host-not-available`, `assets-missing`
 * @throws CliError `no-file`, `bad-token`, `bad-agreement`, `no-folder`, `database-not-made`
 * @throws MetricsError `no-database`, `locked`, `not-a-database`, `newer-database`, `older-database`
 */
export async function runServe(options: ServeOptions, context: CommandContext): Promise<ExitCode> {
  const { allowOrigin: allowOrigins = [] } = options;
  checkOrigins(allowOrigins);
  const { isOpen, token, notice } = wayIn(options, context);
  if (options.new === true && isOpen) await makeDatabase(resolve(context.cwd, options.db), { named: options.db });
  let served = await openServed({ ...options, isWritten: isOpen }, context);
  let following: Promise<void> = Promise.resolve();
  try {
    const current = replaceableContext(served.context);
    const app = createApp({
      context: current,
      assets: fileURLToPath(assetsUrl),
      allowOrigins,
      ...(token === null ? {} : { ingestToken: token }),
      version: ownVersion(),
    });
    const server = await startServer({ app, port: options.port, host: options.host });
    try {
      const { events, leads } = await served.context.engine.status();
      const { name: agreement } = served.context.agreement;
      const said = { url: server.url, db: options.db, events, leads, agreement, ingest: isOpen };
      tellServed({ served: said, notice, needsToken: token !== null }, options, context);
      const { agreement: file, lookEveryMs: everyMs = 2000 } = options;
      const take = (judged: JudgedBy) =>
        current.replace(async () => {
          await served.close();
          served = await openServed({ ...options, isWritten: isOpen, judging: async () => judged }, context);
          return served.context;
        });
      following =
        file === undefined ? stopped(context.stop) : followAgreement({ file, ...served, take, everyMs }, context);
      await Promise.race([stopped(context.stop), following]);
    } finally {
      await server.close();
    }
  } finally {
    // Another store may be on its way in place of the one that is closed.
    await following.catch(() => undefined);
    await served.close();
  }
  return exitCodes.done;
}

function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
