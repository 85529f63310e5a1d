import { defaultAgreement } from '@sameteam/agreement';
import { createMemoryEngine } from '@sameteam/metrics';
import { createApp, startServer } from '@sameteam/server';
import { createIngest } from '@sameteam/service';
import type { CommandContext } from '../../context.ts';
import { type ExitCode, exitCodes } from '../../exit-code.ts';
import { ownVersion } from '../../own-version.ts';
import { readAgreement } from '../../store/read-agreement.ts';
import { type Style, styleOf } from '../../terminal/style.ts';
import { arrivalLines } from './arrival-line.ts';
import { createArrivalLog } from './arrival-log.ts';
import { firstLine } from './pages/try-lines.ts';
import { readArrivals } from './read-arrivals.ts';
import { servePages } from './serve-pages.ts';
import { serveTemplates } from './serve-templates.ts';
import { tapIngest } from './tapped-exchange.ts';

/** Options of `sameteam validate --listen`, as the command line gives them. */
export interface ListenOptions {
  /** 4330 unless told; 0 takes any free one. */
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  /** Agreement whose required fields the quality is measured by. */
  readonly agreement?: string | undefined;
  readonly json?: boolean | undefined;
}

/** The port of `--listen` where none is named. */
export const listenPort = 4330;

/**
 * Answers `sameteam validate --listen`: takes leads into memory by the same server as `sameteam serve`, shows what
 * arrived, in the terminal and in a browser, and ends when it is told to stop.
 * @throws ServerError `port-in-use`, `port-not-allowed`, `host-not-available`
 * @throws CliError `no-file`, `bad-agreement`
 */
export async function runListen(options: ListenOptions, context: CommandContext): Promise<ExitCode> {
  const { stdout, env, now: clock } = context;
  const agreement = (await readAgreement(options.agreement, context)) ?? defaultAgreement;
  const engine = createMemoryEngine({ agreement });
  const ingest = createIngest({ engine, agreement, clock, webCrypto: globalThis.crypto });
  const app = createApp({ context: { engine, agreement, clock, ingest }, version: ownVersion() });
  const log = createArrivalLog({ clock });
  servePages(app, log);
  serveTemplates(app, log);

  const style = styleOf(stdout, env);
  const fetch = tapIngest(app.fetch, (exchange) => {
    const { arrivals, passedOver } = readArrivals(exchange, log);
    const added = log.add(arrivals, passedOver);
    const lines = options.json
      ? added.map((it) => JSON.stringify(it))
      : arrivalLines(added, passedOver.good + passedOver.bad, style);
    if (lines.length > 0) stdout.write(`${lines.join('\n')}\n`);
  });
  const server = await startServer({ app: { fetch }, port: options.port ?? listenPort, host: options.host });
  try {
    if (!/^(?:localhost|127\.[\d.]+|::1)$/.test(server.host)) {
      context.stderr.write(
        `Whoever reaches this machine as ${server.host} can send, and can see what others have sent.\n`,
      );
    }
    tell(server.url, agreement.name, { isJson: options.json === true, style }, context);
    await stopped(context.stop);
  } finally {
    await server.close();
    await engine.close();
  }
  return exitCodes.done;
}

function tell(
  url: string,
  agreement: string,
  { isJson, style }: { readonly isJson: boolean; readonly style: Style },
  { stdout, stderr, env }: CommandContext,
): void {
  if (isJson) {
    const addresses = { good: `${url}/good`, bad: `${url}/bad`, quality: `${url}/quality` };
    stdout.write(`${JSON.stringify({ url, agreement, ...addresses })}\n`);
    return;
  }
  stdout.write(
    `Takes leads at ${style.cyan(url)}, and shows them at ${style.cyan(`${url}/good`)} and ${style.cyan(`${url}/bad`)}\n`,
  );
  stderr.write(`Try: ${firstLine(url)}\n`);
  stderr.write(`${styleOf(stderr, env).dim('Nothing is kept when it ends. Ctrl-C stops it.')}\n`);
}

function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
